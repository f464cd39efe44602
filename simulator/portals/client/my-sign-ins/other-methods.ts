import { post } from '../kit/api.ts';
import { label } from '../kit/boot.ts';
import { h } from '../kit/element.ts';
import { button, textField } from '../kit/fluent-ui.ts';
import { addedScreen } from './authenticator.ts';
import { attempts, type Screen } from './wizard.ts';

type Simple = Readonly<{
  method: 'passkey' | 'phone';
  field: 'passkeyName' | 'phoneNumber';
  body: 'name' | 'number';
}>;

/** A method that takes one line of text. */
function simpleScreen({ method, field, body }: Simple): Screen {
  return (wizard) => {
    const { note, attempt } = attempts();
    const text = textField(label(field));
    const next = button(
      label('next'),
      () =>
        void attempt(async () => {
          await post(`/methods/${method}`, { [body]: text.input.value });
          await wizard.go(addedScreen(method));
        }),
      { look: 'primary', disabled: true },
    );
    text.input.addEventListener('input', () => {
      next.disabled = text.input.value.trim() === '';
    });
    const cancel = button(label('cancel'), () => wizard.finish(false));
    return [
      h('h2', {}, label(method)),
      text.element,
      note,
      h('div', { class: 'buttons' }, cancel, next),
    ];
  };
}

export const passkeyScreen = simpleScreen({
  method: 'passkey',
  field: 'passkeyName',
  body: 'name',
});
export const phoneScreen = simpleScreen({ method: 'phone', field: 'phoneNumber', body: 'number' });
