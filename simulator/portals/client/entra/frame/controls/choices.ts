import { generatedId, h } from '../../../kit/element.ts';
import { moveFocus } from './menu.ts';

type Choice = Readonly<{ value: string; text: string; disabled?: boolean }>;

/** A box drawn by the page; the real one lies over it, transparent. */
export function checkbox(
  text: string,
  onChange: (checked: boolean) => void,
  { checked = false, disabled = false } = {},
): HTMLElement {
  const id = generatedId('checkbox-');
  const input = h('input', {
    type: 'checkbox',
    id,
    class: 'ms-Checkbox-input',
    disabled,
  }) as HTMLInputElement;
  input.checked = checked;
  input.addEventListener('change', () => onChange(input.checked));
  return h(
    'div',
    { class: `ms-Checkbox ${disabled ? 'is-disabled' : 'is-enabled'}` },
    input,
    h(
      'label',
      { class: 'ms-Checkbox-label', for: id },
      h(
        'div',
        { class: 'ms-Checkbox-checkbox' },
        h('i', { 'aria-hidden': 'true', class: 'ms-Checkbox-checkmark' }),
      ),
      h('span', { class: 'ms-Checkbox-text', title: text }, text),
    ),
  );
}

/** Fluent 8's radio buttons. */
export function choiceGroup(
  name: string,
  choices: readonly Choice[],
  chosen: string,
  onChange: (value: string) => void,
): HTMLElement {
  const group = generatedId('ChoiceGroup');
  const option = ({ value, text, disabled }: Choice) => {
    const id = `${group}-${value}`;
    const input = h('input', {
      type: 'radio',
      id,
      name: group,
      class: 'ms-ChoiceField-input',
      disabled,
    }) as HTMLInputElement;
    input.checked = value === chosen;
    input.addEventListener('change', () => onChange(value));
    const words = h(
      'span',
      { id: generatedId('ChoiceGroupLabel'), class: 'ms-ChoiceFieldLabel' },
      text,
    );
    return h(
      'div',
      { class: 'ms-ChoiceField' },
      input,
      h('label', { for: id, class: 'ms-ChoiceField-field' }, words),
    );
  };
  return h(
    'div',
    { class: 'ms-ChoiceFieldGroup', role: 'radiogroup', 'aria-label': name },
    ...choices.map(option),
  );
}

/** The portal's own segmented choice: no native radio in it. */
export function optionPicker(
  name: string,
  choices: readonly Choice[],
  chosen: string,
  onChange: (value: string) => void,
): HTMLElement {
  const labelId = generatedId('label');
  const options = choices.map(({ value, text }) => {
    const option = h(
      'div',
      { role: 'radio', class: 'azc-optionPicker-item', 'data-value': value },
      text,
    );
    option.addEventListener('click', () => choose(value));
    option.addEventListener('focus', () => choose(value));
    return option;
  });
  let current = '';
  const choose = (value: string): void => {
    if (value === current) return;
    const first = current === '';
    current = value;
    for (const option of options) {
      const on = option.dataset.value === value;
      option.setAttribute('aria-checked', String(on));
      option.tabIndex = on ? 0 : -1;
    }
    if (!first) onChange(value);
  };
  choose(chosen);
  const picker = h(
    'div',
    { class: 'azc-optionPicker', role: 'radiogroup', 'aria-labelledby': labelId },
    ...options,
  );
  picker.addEventListener('keydown', (event) => moveFocus(event, options));
  return h(
    'div',
    { class: 'fxc-base' },
    h('span', { id: labelId, class: 'ms-Label' }, name),
    picker,
  );
}
