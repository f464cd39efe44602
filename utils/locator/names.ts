import { computeAccessibleName } from 'dom-accessibility-api';
import { customRole } from './roles.ts';
import type { Gate } from './text.ts';
import type { Root } from './tree.ts';

/** Attributes that may be a part of a control's name. */
const NAMING = ['aria-label', 'title', 'alt', 'placeholder', 'label'];

const PARTS = 'slot,[aria-labelledby],[aria-label],[title],[alt]';

/** Whether the element could have the name that is looked for; `<label>` is not asked. */
export function couldBeCalled(element: Element, gate: Gate): boolean {
  if (element.hasAttribute('aria-labelledby')) return true;
  const label = element.getAttribute('aria-label');
  if (label) return gate(label);
  if (gate(element.textContent)) return true;
  if (element.firstElementChild && element.querySelector(PARTS)) return true;
  return gate(attributesOf(element));
}

/**
 * Every text that could be part of the element's name, without asking for styles: a superset of
 * the accessible name, cheap enough for hundreds of candidates.
 */
export function roughName(element: Element): string {
  return [element, ...labelsOf(element)].map(wholeText).join(' ');
}

/** Equal as long as nothing indicates that the element's name has changed; cheaper still. */
export function nameMark(element: Element): string {
  const texts = [element, ...labelsOf(element)].map(({ textContent }) => textContent);
  return `${element.getAttribute('aria-label')} ${texts}`;
}

/** What `<label>` and `aria-labelledby` say the element is called by. */
export function labelsOf(element: Element): Element[] {
  const ids = element.getAttribute('aria-labelledby');
  const isField = /^(?:input|select|textarea)$/.test(element.localName);
  const labels = (isField && (element as HTMLInputElement).labels) || [];
  return ids ? [...labels, ...elementsById(element, ids)] : [...labels];
}

function elementsById(element: Element, ids: string): Element[] {
  const root = element.getRootNode() as Root;
  return ids.split(/\s+/).flatMap((id) => root.getElementById(id) ?? []);
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
