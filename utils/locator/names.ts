import { computeAccessibleName } from 'dom-accessibility-api';
import { customRole } from './roles.ts';
import type { Root } from './tree.ts';

/** Attributes that may be a part of a control's name. */
const NAMING = ['aria-label', 'title', 'alt', 'placeholder', 'label'];

/** Parts of an element that may say something besides its text. */
export const PARTS = 'slot,[aria-labelledby],[aria-label],[title],[alt]';

/**
 * What an element may be called by, for telling hundreds of them apart quickly; `<label>` is not
 * asked. `undefined` where its name may lie elsewhere, so that it has to be looked at closely.
 */
export function quickWords(element: Element): string | undefined {
  if (element.hasAttribute('aria-labelledby')) return undefined;
  const label = element.getAttribute('aria-label');
  if (label?.trim()) return label;
  if (element.firstElementChild && element.querySelector(PARTS)) return undefined;
  return `${element.textContent} ${attributesOf(element)}`;
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
  const own = `${element.getAttribute('aria-label')} ${element.textContent}`;
  const labels = labelsOf(element);
  return labels[0] ? own + labels.map((label) => label.textContent) : own;
}

/** What `<label>` and `aria-labelledby` say the element is called by. */
export function labelsOf(element: Element): Element[] {
  const ids = element.getAttribute('aria-labelledby');
  const isField = /^(?:input|select|textarea)$/.test(element.localName);
  if (!ids && !isField) return [];
  const labels = (isField && (element as HTMLInputElement).labels) || [];
  return [...labels, ...(ids ? elementsById(element, ids) : [])];
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
  const name = computeAccessibleName(element, READING) || computeAccessibleName(element, AS_SHOWN);
  return name || lastResort(element);
}

function lastResort(element: Element): string {
  if (customRole(element)) return element.getAttribute('label') ?? wholeText(element);
  return element.matches('input,textarea') ? (element.getAttribute('placeholder') ?? '') : '';
}

/** How the library is to read styles. It knows generated text only when it is told how. */
const READING = { getComputedStyle: styleForNames };
const AS_SHOWN = { ...READING, hidden: true };

/**
 * A computed style as names need it. Generated text counts when it says something: arrows, stars
 * and glyphs are decoration. What is collapsed, or whose content is skipped, is hidden too.
 */
function styleForNames(element: Element, pseudo?: string | null): CSSStyleDeclaration {
  const style = getComputedStyle(element, pseudo);
  const read = (property: string) => style.getPropertyValue(property);
  const getPropertyValue = (property: string): string => {
    if (property === 'content') return spoken(read(property));
    const isUnseen = read('visibility') === 'collapse' || read('content-visibility') === 'hidden';
    return property === 'visibility' && isUnseen ? 'hidden' : read(property);
  };
  return { getPropertyValue } as CSSStyleDeclaration;
}

/** What `content` says: its alternative where it has one, else its words, if there are any. */
function spoken(content: string): string {
  const [text = '', alternative] = content.split(/(?<=["']) \/ (?=["'])/);
  const said = alternative ?? text;
  return /[\p{L}\p{N}]/u.test(said) ? said : 'none';
}

function wholeText(element: Element): string {
  const own = `${element.textContent} ${attributesOf(element)}`;
  if (!element.firstElementChild) return own;
  const parts = [...element.querySelectorAll(PARTS)];
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
