import { h } from '../../../kit/element.ts';
import { button } from './button.ts';

export type Command = Readonly<{
  text: string;
  image: string;
  disabled?: boolean;
  run?: () => unknown;
  menu?: readonly Command[];
}>;

/** Opens a contextual menu below its button; arrows move, Escape closes. */
export function openMenu(anchor: HTMLElement, commands: readonly Command[]): void {
  const { left, bottom } = anchor.getBoundingClientRect();
  const close = (): void => {
    layer.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
  };
  const outside = ({ target }: Event): void => {
    if (!layer.contains(target as Node)) close();
  };
  const items = commands.map(({ text, image, disabled, run }) =>
    button(text, {
      image,
      disabled,
      role: 'menuitem',
      class: 'ms-ContextualMenu-link',
      onclick: () => {
        close();
        run?.();
      },
    }),
  );
  const list = items.map((item) =>
    h('li', { role: 'presentation', class: 'ms-ContextualMenu-item' }, item),
  );
  const menu = h('ul', { role: 'menu', class: 'ms-ContextualMenu-list is-open' }, ...list);
  const layer = h('div', { class: 'ms-Layer ms-Callout ms-ContextualMenu-Callout' }, menu);
  layer.style.insetInlineStart = `${Math.max(0, Math.min(left, innerWidth - 240))}px`;
  layer.style.insetBlockStart = `${bottom}px`;
  layer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
      anchor.focus();
    }
    moveFocus(event, items);
  });
  document.body.append(layer);
  anchor.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside, true);
  items[0]?.focus();
}

/** Arrow keys go round a list of elements. */
export function moveFocus(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
