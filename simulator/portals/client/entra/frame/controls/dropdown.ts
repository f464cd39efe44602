import { generatedId, h, icon } from '../../../kit/element.ts';
import { button } from './button.ts';
import { moveFocus } from './menu.ts';

type Option = Readonly<{ value: string; text: string }>;

/** Fluent 8's drop-down: a combobox that is no native one, and options that exist only while open. */
export function dropdown(
  name: string,
  options: readonly Option[],
  chosen: string,
  onChange: (value: string) => void,
): HTMLElement {
  const labelId = generatedId('Dropdown-label');
  const listId = generatedId('Dropdown-list');
  const title = h('span', { class: 'ms-Dropdown-title', id: generatedId('Dropdown-option') });
  const box = h(
    'div',
    {
      class: 'ms-Dropdown',
      role: 'combobox',
      tabindex: 0,
      'aria-haspopup': 'listbox',
      'aria-labelledby': labelId,
      'aria-expanded': 'false',
    },
    title,
    icon('chevron_down'),
  );
  let current = chosen;
  const draw = (): void => {
    title.textContent = options.find(({ value }) => value === current)?.text ?? '';
  };
  const close = (): void => {
    document.getElementById(listId)?.remove();
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-controls');
  };
  const pick = (value: string): void => {
    current = value;
    draw();
    close();
    box.focus();
    onChange(value);
  };
  const open = (): void => {
    const items = options.map(({ value, text }) =>
      button(text, {
        role: 'option',
        class: 'ms-Dropdown-item',
        'aria-selected': String(value === current),
        onclick: () => pick(value),
      }),
    );
    const list = h(
      'div',
      { id: listId, role: 'listbox', class: 'ms-Dropdown-items', 'aria-labelledby': labelId },
      ...items,
    );
    list.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        close();
        box.focus();
      }
      moveFocus(event, items);
    });
    box.after(list);
    box.setAttribute('aria-expanded', 'true');
    box.setAttribute('aria-controls', listId);
    items.find((item) => item.getAttribute('aria-selected') === 'true')?.focus();
  };
  const toggle = (): void => (box.getAttribute('aria-expanded') === 'true' ? close() : open());
  box.addEventListener('click', toggle);
  box.addEventListener('keydown', (event) => {
    if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    toggle();
  });
  draw();
  const caption = h('span', { id: labelId, class: 'ms-Label ms-Dropdown-label' }, name);
  return h('div', { class: 'ms-Dropdown-container' }, caption, box);
}
