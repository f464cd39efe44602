import { type Attributes, type Child, generatedId, h, icon } from './element.ts';

/** Fluent's class names end in something that changes with every build and rendering. */
const styled = (name: string): string => `fui-${name} ___${crypto.randomUUID().slice(0, 7)}`;

type Look = Readonly<{ look?: 'primary' | 'link' | 'subtle'; image?: string }>;

export function button(
  text: string,
  onclick: () => void,
  { look, image, ...attributes }: Look & Attributes = {},
): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: `${styled('Button')} ${look ?? 'secondary'}`, onclick, ...attributes },
    image !== undefined && icon(image),
    h('span', { class: 'fui-Button__text' }, text),
  ) as HTMLButtonElement;
}

export type Field = Readonly<{ element: HTMLElement; input: HTMLInputElement }>;

/** A text box; its label is tied to it by generated ids. */
export function textField(name: string, attributes: Attributes = {}): Field {
  const labelId = generatedId('field-');
  const input = h('input', {
    type: 'text',
    autocomplete: 'off',
    'aria-labelledby': labelId,
    ...attributes,
  }) as HTMLInputElement;
  const element = h(
    'div',
    { class: styled('Field') },
    h('label', { id: labelId, class: 'fui-Label' }, name),
    h('span', { class: styled('Input') }, input),
  );
  return { element, input };
}

/** Fluent 8's check box: a native input without a visible body, and a drawn one. */
export function checkBox(name: string, attributes: Attributes = {}): Field {
  const id = generatedId('checkbox-');
  const input = h('input', {
    type: 'checkbox',
    id,
    class: 'ms-Checkbox-input',
    'aria-label': name,
    ...attributes,
  }) as HTMLInputElement;
  const box = h('div', { class: 'ms-Checkbox-checkbox' }, icon('checkmark'));
  const text = h('span', { class: 'ms-Checkbox-text', 'aria-hidden': 'true' }, name);
  const drawn = h('label', { class: 'ms-Checkbox-label', for: id }, box, text);
  return { element: h('div', { class: 'ms-Checkbox' }, input, drawn), input };
}

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

/** A dialog over the page as React libraries make it: at the end of the body, the rest inert. */
export function modal(
  title: string,
  closeName: string,
  ...content: Child[]
): { close: () => void } {
  const titleId = generatedId('dialog-title-');
  const behind = [...document.body.children] as HTMLElement[];
  const close = () => {
    backdrop.remove();
    for (const element of behind) element.inert = false;
  };
  const surface = h(
    'div',
    {
      class: styled('DialogSurface'),
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': titleId,
    },
    h(
      'div',
      { class: 'dialog-head' },
      h('h2', { id: titleId }, title),
      h(
        'button',
        { type: 'button', class: 'bar-button', 'aria-label': closeName, onclick: close },
        icon('dismiss'),
      ),
    ),
    ...content,
  );
  const backdrop = h('div', { class: styled('DialogSurface__backdrop') }, surface);
  backdrop.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  document.body.append(backdrop);
  for (const element of behind) element.inert = true;
  surface.querySelector<HTMLElement>('input, .dialog-head button')?.focus();
  return { close };
}
