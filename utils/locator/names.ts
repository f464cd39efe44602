import { computeAccessibleName } from 'dom-accessibility-api';
import { customRole } from './roles.ts';
import type { Root } from './tree.ts';

/** Attributes that may be a part of a control's name. */
const NAMING = ['aria-label', 'title', 'alt', 'placeholder', 'label'];

/**
 * Every text that could be part of the element's name, without asking for styles: a superset of
 * the accessible name, cheap enough for hundreds of candidates.
 */
export function roughName(element: Element): string {
  return [element, ...labelsOf(element)].map(wholeText).join(' ');
}

/** What `<label>` and `aria-labelledby` say the element is called by. */
export function labelsOf(element: Element): Element[] {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Root;
  const named = ids.map((id) => root.getElementById(id)).filter((label) => label !== null);
  return [...((element as HTMLInputElement).labels ?? []), ...named];
}

/**
 * Accessible name as assistive technology announces it.
 *
 * A hidden control has none; it gets the one it would have, so that we can say "hidden" instead of
 * "absent". A custom element without a role of its own is called by its label or its words.
 */
export function accessibleName(element: Element): string {
  const name = computeAccessibleName(element) || computeAccessibleName(element, { hidden: true });
  return name || (customRole(element) ? (element.getAttribute('label') ?? wholeText(element)) : '');
}

function wholeText(element: Element): string {
  const own = `${element.textContent} ${attributesOf(element)}`;
  if (!element.firstElementChild) return own;
  const parts = [...element.querySelectorAll('slot,[aria-label],[title],[alt]')];
  return [own, ...parts.map(attributesOf), ...parts.flatMap(slotted)].join(' ');
}

function attributesOf(element: Element): string {
  const texts = NAMING.map((name) => element.getAttribute(name) ?? '');
  // The words of a push button; of no other field is the value ever read.
  const { type, value } = element as HTMLInputElement;
  return element.localName === 'input' && /^(button|submit|reset)$/.test(type)
    ? `${value} ${texts.join(' ')}`
    : texts.join(' ');
}

function slotted(slot: Element): (string | null)[] {
  const nodes = slot instanceof HTMLSlotElement ? slot.assignedNodes({ flatten: true }) : [];
  return nodes.map((node) => (node instanceof Element ? wholeText(node) : node.textContent));
}
