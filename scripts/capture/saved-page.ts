/**
 * Puts a saved page into a document without layout (happy-dom's), so that the product's own
 * locator can look at it as it does in a browser. Needs the document's globals.
 */

/** What every control that is not hidden measures on paper. Below the viewport: nothing covers it. */
const PAPER = { x: 0, y: 100_000, width: 100, height: 20 } as const;

/** Replaces the document's content by that of a saved page, shadow roots included. */
export function showPage(html: string): void {
  layOut();
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { lang, dir } = page.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  openTemplates(document);
}

/** Turns `<template shadowrootmode>` into open shadow roots, at any depth. */
function openTemplates(within: ParentNode): void {
  for (const template of within.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const root = template.parentElement?.attachShadow({ mode: 'open' });
    root?.append(template.content);
    template.remove();
    if (root) openTemplates(root);
  }
}

/** Gives elements the little layout that the locator asks for: seen unless `hidden`. */
function layOut(): void {
  const nowhere = new DOMRect(0, 0, 0, 0);
  const somewhere = new DOMRect(PAPER.x, PAPER.y, PAPER.width, PAPER.height);
  Object.assign(Element.prototype, {
    getBoundingClientRect(this: Element) {
      return isDrawn(this) ? somewhere : nowhere;
    },
    checkVisibility(this: Element) {
      return isDrawn(this);
    },
  });
  Object.defineProperty(Element.prototype, 'assignedSlot', { configurable: true, get: slotOf });
  for (const place of [Element.prototype, ShadowRoot.prototype, document]) findByOddTags(place);
}

/** Partner Center's prefixed tags, which happy-dom's selectors take for mistakes. */
const ODD_TAG = /^[a-z]+_[a-z-]+$/;
const taught = new WeakSet<ParentNode>();

function findByOddTags(place: ParentNode): void {
  if (taught.has(place)) return;
  taught.add(place);
  const plain = place.querySelectorAll;
  Object.assign(place, {
    querySelectorAll(this: ParentNode, selector: string) {
      if (!ODD_TAG.test(selector)) return plain.call(this, selector);
      return [...plain.call(this, '*')].filter(({ localName }) => localName === selector);
    },
  });
}

function isDrawn(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at.hasAttribute('hidden') || at.matches('dialog:not([open])')) return false;
  }
  return true;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function slotOf(this: Element): Element | null {
  const slots = this.parentElement?.shadowRoot?.querySelectorAll('slot') ?? [];
  return [...slots].find((slot) => (slot.getAttribute('name') ?? '') === this.slot) ?? null;
}
