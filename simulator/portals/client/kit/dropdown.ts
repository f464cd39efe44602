import { generatedId, h, icon } from './element.ts';

export type Dropdown = Readonly<{ element: HTMLElement; value: () => string }>;

/** Fluent 8's drop-down: a combobox whose list is only there while it is open. */
export function dropdown(
  name: string,
  options: readonly (readonly [value: string, text: string])[],
  start: string,
  onChange: (value: string) => void = () => undefined,
): Dropdown {
  const labelId = generatedId('Dropdown');
  let value = start;
  const textOf = (wanted: string) => options.find(([key]) => key === wanted)?.[1] ?? name;
  const shown = h('span', { class: 'ms-Dropdown-title' }, textOf(value));
  const combobox = h(
    'div',
    {
      class: 'ms-Dropdown',
      role: 'combobox',
      tabindex: 0,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-labelledby': labelId,
    },
    shown,
    icon('chevron_down'),
  );
  const list = h('div', {
    class: 'ms-Dropdown-callout',
    role: 'listbox',
    'aria-labelledby': labelId,
  });
  const set = (open: boolean) => {
    combobox.setAttribute('aria-expanded', String(open));
    if (open) combobox.after(list);
    else list.remove();
  };
  const choose = (chosen: string) => {
    value = chosen;
    shown.textContent = textOf(chosen);
    set(false);
    combobox.focus();
    onChange(chosen);
  };
  list.append(
    ...options.map(([key, text]) =>
      h('button', { type: 'button', role: 'option', onclick: () => choose(key) }, text),
    ),
  );
  const toggle = () => set(!list.isConnected);
  combobox.addEventListener('click', toggle);
  combobox.addEventListener('keydown', (event) => {
    if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    set(true);
    list.querySelector('button')?.focus();
  });
  list.addEventListener('keydown', (event) => moveIn(list, event, () => set(false)));
  const element = h(
    'div',
    { class: 'ms-Dropdown-container' },
    h('label', { id: labelId, class: 'ms-Label' }, name),
    combobox,
  );
  return { element, value: () => value };
}

function moveIn(list: HTMLElement, event: KeyboardEvent, close: () => void): void {
  const items = [...list.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === 'Escape') close();
  if (event.key === 'ArrowDown') items[Math.min(at + 1, items.length - 1)]?.focus();
  if (event.key === 'ArrowUp') items[Math.max(at - 1, 0)]?.focus();
}
