import type { LabelKey } from '../../labels/labels.ts';
import { boot, label } from '../kit/boot.ts';
import { dropdown } from '../kit/dropdown.ts';
import { generatedId, h, icon } from '../kit/element.ts';
import { button } from '../kit/fluent-ui.ts';
import { authenticatorStart } from './authenticator.ts';
import { passkeyScreen, phoneScreen } from './other-methods.ts';
import type { Screen } from './wizard.ts';

type Choice = Readonly<{ key: LabelKey; image: string; text: string; screen: Screen }>;

const CHOICES: readonly Choice[] = [
  {
    key: 'passkey',
    image: 'key_multiple',
    text: 'Sign in with your face, fingerprint, PIN or security key',
    screen: passkeyScreen,
  },
  {
    key: 'authenticator',
    image: 'phone_key',
    text: 'Approve sign-in requests or use one-time codes',
    screen: authenticatorStart,
  },
  { key: 'phone', image: 'call', text: 'Get a call or text to sign in', screen: phoneScreen },
];

/** Tiles since 2024; a drop-down and Add before that. */
export const picker: Screen = (wizard) =>
  (boot.generation === 'older' ? dropDownPicker : tilePicker)(wizard);

const tilePicker: Screen = (wizard) => [
  h('p', {}, label('chooseMethod')),
  h(
    'ul',
    { class: 'tiles' },
    ...CHOICES.map((choice) =>
      h(
        'li',
        {},
        tile(choice, () => void wizard.go(choice.screen)),
      ),
    ),
  ),
];

function tile({ key, image, text }: Choice, onclick: () => void): HTMLElement {
  const nameId = generatedId('tile-');
  const textId = generatedId('tile-');
  return h(
    'button',
    {
      type: 'button',
      class: 'tile',
      'aria-labelledby': nameId,
      'aria-describedby': textId,
      onclick,
    },
    icon(image, 'big'),
    h(
      'span',
      { class: 'tile-text' },
      h('span', { id: nameId, class: 'strong' }, label(key)),
      h('span', { id: textId, class: 'soft' }, text),
    ),
  );
}

const dropDownPicker: Screen = (wizard) => {
  let chosen: Choice | undefined;
  const add = button(label('add'), () => chosen && void wizard.go(chosen.screen), {
    look: 'primary',
    disabled: true,
  });
  const list = dropdown(
    label('chooseMethod'),
    CHOICES.map(({ key }) => [key, label(key)]),
    '',
    (value) => {
      chosen = CHOICES.find(({ key }) => key === value);
      add.disabled = !chosen;
    },
  );
  const cancel = button(label('cancel'), () => wizard.finish(false));
  return [list.element, h('div', { class: 'buttons' }, cancel, add)];
};
