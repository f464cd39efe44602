import { type Attributes, generatedId, h, icon } from '../../../kit/element.ts';

/** A text box that the page can read and follow. */
export type Field = Readonly<{ element: HTMLElement; input: HTMLInputElement }>;

const star = (required: boolean) =>
  required && h('span', { class: 'fui-Label__required', 'aria-hidden': 'true' }, '*');

/** Fluent 8: `label for`. */
export function textField(text: string, required = false, more: Attributes = {}): Field {
  const id = generatedId('TextField');
  const input = h('input', {
    id,
    type: 'text',
    class: 'ms-TextField-field',
    autocomplete: 'off',
    required,
    ...more,
  }) as HTMLInputElement;
  const caption = h(
    'label',
    { for: id, class: 'ms-Label', id: generatedId('TextFieldLabel') },
    text,
  );
  const group = h('div', { class: 'ms-TextField-fieldGroup' }, input);
  const wrapper = h('div', { class: 'ms-TextField-wrapper' }, caption, star(required), group);
  return { element: h('div', { class: 'ms-TextField' }, wrapper), input };
}

/** Fluent 9: a label beside the box, paired by `aria-labelledby`; `after` stands beside the box. */
export function propertyField(text: string, required = false, ...after: Node[]): Field {
  const labelId = `${generatedId('PropertyField')}-label`;
  const input = h('input', {
    type: 'text',
    class: 'fui-Input__input',
    'aria-labelledby': labelId,
    autocomplete: 'off',
    required,
  }) as HTMLInputElement;
  const element = h(
    'div',
    { class: 'fui-Field property' },
    h('span', { class: 'fui-Label', id: labelId }, text),
    star(required),
    h('span', { class: 'fui-Input' }, input),
    ...after,
  );
  return { element, input };
}

/** The search box of lists and pickers. */
export function searchBox(text: string, onText: (text: string) => void): HTMLElement {
  const input = h('input', {
    type: 'search',
    role: 'searchbox',
    class: 'ms-SearchBox-field',
    placeholder: text,
    'aria-label': text,
  }) as HTMLInputElement;
  input.addEventListener('input', () => onText(input.value.trim().toLowerCase()));
  return h(
    'div',
    { class: 'ms-SearchBox', role: 'search' },
    h('div', { class: 'ms-SearchBox-iconContainer', 'aria-hidden': 'true' }, icon('search')),
    input,
  );
}

/** A native choice. */
export function select(
  name: string,
  options: readonly (readonly [string, string])[],
): HTMLSelectElement {
  const items = options.map(([value, text]) => h('option', { value }, text));
  return h(
    'select',
    { class: 'fui-Select__select', 'aria-label': name },
    ...items,
  ) as HTMLSelectElement;
}
