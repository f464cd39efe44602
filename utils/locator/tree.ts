/** A document or shadow root: what selectors and observers cannot look beyond. */
export type Root = Document | ShadowRoot;

/** Enters a shadow root; the caller brings a way into closed ones where the browser has one. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

/** Parent as it is drawn: through slots and out of shadow roots. */
export function drawnParent(node: Node): Element | null {
  const slot = node instanceof Element ? node.assignedSlot : null;
  const parent = slot ?? node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : (parent as Element | null);
}

/** The element and its ancestors as drawn, nearest first; so many at most. */
export function* drawnLine(element: Element, most = Number.POSITIVE_INFINITY): Generator<Element> {
  let at: Element | null = element;
  for (let count = 0; count < most && at instanceof Element; count += 1) {
    yield at;
    at = drawnParent(at);
  }
}

/** Whether `inner` is drawn inside `outer`, or is it. */
export function drawnInside(inner: Element, outer: Element): boolean {
  for (const at of drawnLine(inner)) if (at === outer) return true;
  return false;
}

/** Our own elements; the page's controls are never among them. */
export function isOurs(node: Node): boolean {
  return node instanceof Element && node.localName.startsWith('waymark-');
}

/** Part of a list of the browser's as an array; by index, several times faster than its iterator. */
export function partOf(list: NodeListOf<Element>, from = 0, length = list.length): Element[] {
  const part: Element[] = [];
  const end = Math.min(list.length, from + length);
  for (let at = from; at < end; at += 1) part.push(list[at] as Element);
  return part;
}
