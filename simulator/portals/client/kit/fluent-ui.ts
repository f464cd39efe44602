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
