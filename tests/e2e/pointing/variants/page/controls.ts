import type { SceneRole } from './spec.ts';

/** A control with what it is made of. */
export type Made = Readonly<{
  /** What is put on the page. */
  whole: HTMLElement;
  /** Where a click belongs: what a ring has to surround. */
  control: HTMLElement;
}>;

export type Look = Readonly<{
  role: SceneRole;
  label: string;
  disabled?: boolean;
  key?: string | undefined;
  /** How the words are written down. */
  writing?: 'plain' | 'split' | 'glyph' | 'spaces' | 'reference' | 'icon';
}>;

let ids = 0;

/** Elements by tag, attributes and children, all of it the page's own. */
export function el(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A control as plain mark-up has it. */
export function plainControl(look: Look): Made {
  const words = writeWords(look);
  const off: Record<string, string> = look.disabled ? { disabled: '' } : {};
  const state = { ...off, ...(look.key ? { 'data-l10n-key': look.key } : {}) };
  switch (look.role) {
    case 'button':
      return alone(el('button', { type: 'button', ...state }), words);
    case 'link':
      return alone(el('a', { href: '#there', ...ariaOff(look), ...keyOf(look) }), words);
    case 'menuitem':
      return alone(el('button', { role: 'menuitem', ...state }), words);
    case 'tab':
      return alone(
        el('div', { role: 'tab', tabindex: '0', ...ariaOff(look), ...keyOf(look) }),
        words,
      );
    case 'option':
      return listed(alone(el('div', { role: 'option', ...ariaOff(look), ...keyOf(look) }), words));
    case 'textbox':
      return labelled(el('input', { id: `field-${ids++}`, ...state }), words);
    case 'row':
      return inRow(el('input', { type: 'checkbox', 'aria-label': '', ...state }), words);
    default:
      return ticked(el('input', { type: look.role, ...state }), words);
  }
}

function ariaOff({ disabled }: Look): Record<string, string> {
  return disabled ? { 'aria-disabled': 'true' } : {};
}

function keyOf({ key }: Look): Record<string, string> {
  return key ? { 'data-l10n-key': key } : {};
}

function alone(control: HTMLElement, words: Words): Made {
  return naming(control, words, control);
}

function listed({ whole, control }: Made): Made {
  return { whole: el('div', { role: 'listbox' }, whole), control };
}

function labelled(control: HTMLElement, words: Words): Made {
  if (words.reference) {
    control.setAttribute('aria-labelledby', words.reference.id);
    return { whole: el('div', {}, words.reference, control), control };
  }
  const label = el('label', { for: control.id }, ...words.nodes);
  return { whole: el('div', {}, label, control), control };
}

function ticked(control: HTMLElement, words: Words): Made {
  if (words.reference) {
    control.setAttribute('aria-labelledby', words.reference.id);
    return { whole: el('div', {}, control, words.reference), control };
  }
  return { whole: el('label', {}, control, ...words.nodes), control };
}

function inRow(control: HTMLElement, words: Words): Made {
  const cell = el(
    'span',
    { role: 'gridcell' },
    ...(words.reference ? [words.reference] : words.nodes),
  );
  const row = el('div', { role: 'row' }, el('span', { role: 'gridcell' }, control), cell);
  return { whole: row, control };
}

function naming(control: HTMLElement, words: Words, whole: HTMLElement): Made {
  if (words.icon) {
    control.setAttribute('aria-label', words.icon);
    control.style.cssText = 'display:inline-block;width:16px;height:16px;padding:0';
  } else if (words.reference) {
    control.setAttribute('aria-labelledby', words.reference.id);
    control.append('…');
    return { whole: el('div', {}, whole, words.reference), control };
  } else {
    control.append(...words.nodes);
  }
  return { whole, control };
}

type Words = Readonly<{
  nodes: readonly (Node | string)[];
  reference?: HTMLElement;
  icon?: string;
}>;

function writeWords({ label, writing = 'plain' }: Look): Words {
  const half = Math.ceil(label.length / 2);
  switch (writing) {
    case 'split':
      return { nodes: [el('b', {}, label.slice(0, half)), el('span', {}, label.slice(half))] };
    case 'glyph':
      return { nodes: [el('i', {}, '\uE710'), ` ${label}`] };
    case 'spaces':
      return { nodes: [`\n   ${label.replaceAll(' ', '\u00A0')}\u200B  `] };
    case 'reference':
      return { nodes: [], reference: el('span', { id: `words-${ids++}` }, label) };
    case 'icon':
      return { nodes: [label], icon: label };
    default:
      return { nodes: [label] };
  }
}
