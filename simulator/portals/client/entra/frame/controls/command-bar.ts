import { label } from '../../../kit/boot.ts';
import { generatedId, h } from '../../../kit/element.ts';
import { button, flatButton } from './button.ts';
import { type Command, openMenu } from './menu.ts';

function command({ text, image, disabled, run, menu }: Command): HTMLElement {
  const element = button(text, {
    kind: 'command',
    image,
    disabled,
    role: 'menuitem',
    name: text,
    'aria-haspopup': menu && 'true',
    'aria-expanded': menu && 'false',
    onclick: () => (menu ? openMenu(element, menu) : run?.()),
  });
  const tip = h('div', { hidden: true, id: generatedId('tooltip') }, text);
  return h('div', { class: 'ms-OverflowSet-item', role: 'none' }, element, tip);
}

/** Fluent 8's command bar: a menu bar whose last item holds what does not fit. */
export function commandBar(
  commands: readonly Command[],
  overflow: readonly Command[] = [],
): HTMLElement {
  const more = button('', {
    kind: 'command',
    image: 'more_horizontal',
    role: 'menuitem',
    class: 'ms-Button ms-Button--command ms-CommandBar-overflowButton',
    'aria-label': label('more'),
    'aria-haspopup': 'true',
    'aria-expanded': 'false',
    onclick: () => openMenu(more, overflow),
  });
  const rest =
    overflow.length > 0 && h('div', { class: 'ms-OverflowSet-overflowButton', role: 'none' }, more);
  return h(
    'div',
    { class: 'ms-FocusZone ms-CommandBar', role: 'menubar' },
    h(
      'div',
      { class: 'ms-OverflowSet ms-CommandBar-primaryCommand', role: 'none' },
      ...commands.map(command),
      rest,
    ),
  );
}

/** Fluent 9's tool bar: plain buttons. */
export function toolBar(commands: readonly Command[]): HTMLElement {
  return h(
    'div',
    { class: 'fui-Toolbar', role: 'toolbar' },
    ...commands.map(({ text, image, disabled, run }) =>
      flatButton(text, { kind: 'command', image, disabled, ...(run && { onclick: run }) }),
    ),
  );
}
