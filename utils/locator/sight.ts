import { drawnInside, drawnLine, isOurs, type Root, type ShadowOf } from './tree.ts';

/** A rectangle in the frame's viewport, CSS pixels. */
export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** Boxes up to this, in either direction, are a way to hide words from the eye. CSS pixels. */
const UNSEEN_PX = 1;

/**
 * Rendered, not transparent, not `visibility: hidden`, not hidden from assistive technology, and
 * where scrolling can bring it into view.
 */
export function isShown(element: Element): boolean {
  const isVisible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return (
    isVisible && hasArea(element) && !isAnyOf(element, '[aria-hidden=true]') && isReachable(element)
  );
}

function hasArea(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > UNSEEN_PX && height > UNSEEN_PX;
}

/** Not in a collapsed part of the page, and not moved out to where nothing scrolls. */
function isReachable(element: Element): boolean {
  const { clippers, isFixed } = clippersOf(element);
  const page: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const box = element.getBoundingClientRect();
  // What does not scroll with the page is seen where it, or its outermost scroller, stands.
  const outermost = (clippers.at(-1) ?? element).getBoundingClientRect();
  if (isFixed && isEmpty(overlap(outermost, page))) return false;
  const root = document.scrollingElement;
  return (
    clippers.every((at) => hasArea(at) && isScrollable(box, at.getBoundingClientRect(), at)) &&
    (isFixed || !root || isScrollable(box, page, root))
  );
}

/** Whether a scroller, seen in `area`, has the box on that side of its origin it can scroll to. */
function isScrollable({ left, right, bottom }: Box, area: Box, scroller: Element): boolean {
  const { scrollLeft, scrollTop } = scroller;
  const isBelow = bottom + scrollTop > area.top;
  const isRtl = getComputedStyle(scroller).direction === 'rtl';
  return isBelow && (isRtl ? left + scrollLeft < area.right : right + scrollLeft > area.left);
}

export function isEmpty({ left, top, right, bottom }: Box): boolean {
  return left >= right || top >= bottom;
}

/**
 * Portals draw their own tick box and lay the real one over it, fully transparent: that one still
 * takes the click, so it is where the administrator has to aim.
 */
export function isShownTickBox(element: Element): boolean {
  const { width } = element.getBoundingClientRect();
  const parent = element.parentElement;
  return (
    width >= 8 &&
    element.checkVisibility({ visibilityProperty: true }) &&
    parent !== null &&
    isShown(parent)
  );
}

/** Not disabled by itself, its field set, an `aria-disabled` ancestor or `inert`. */
export function isEnabled(part: Element): boolean {
  const isCustom = part.localName.includes('-');
  const isOff = part.matches(isCustom ? '[disabled]' : ':disabled');
  return !isOff && !isAnyOf(part, '[aria-disabled=true],[inert]');
}

function isAnyOf(element: Element, selector: string): boolean {
  return [...drawnLine(element)].some((at) => at.matches(selector));
}

/** The part of the viewport that the element's scrollers leave it; empty when they are away. */
export function clipOf(element: Element): Box {
  const viewport: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const clips = clippersOf(element).clippers.map((at): Box => at.getBoundingClientRect());
  return clips.reduce(overlap, viewport);
}

/** The ancestors that clip it, and whether the page's own scrolling leaves it where it is. */
function clippersOf(element: Element): Readonly<{ clippers: Element[]; isFixed: boolean }> {
  const clippers: Element[] = [];
  let { position } = getComputedStyle(element);
  for (const at of drawnLine(element)) {
    if (position === 'fixed') break;
    // The viewport itself does the clipping of the last two.
    if (at === element || at.matches('html,body')) continue;
    const style = getComputedStyle(at);
    if (position === 'absolute' && style.position === 'static') continue;
    position = style.position;
    if (style.overflow !== 'visible') clippers.push(at);
  }
  return { clippers, isFixed: position === 'fixed' };
}

export function overlap(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/**
 * What can be seen of the element; nothing unless it is at least half of its box, or as much as
 * half the viewport.
 */
export function visibleBox(element: Element): Box | undefined {
  const all = element.getBoundingClientRect();
  const box = overlap(all, clipOf(element));
  const isWide = box.right - box.left >= Math.min(all.width, innerWidth) / 2;
  return isWide && box.bottom - box.top >= Math.min(all.height, innerHeight) / 2 ? box : undefined;
}

/**
 * Whether something else would take the click: neither the middle of the visible part nor two of
 * its four quarters reach the control.
 */
export function isCovered(parts: readonly Element[], seen: Box, shadowOf: ShadowOf): boolean {
  const reaches = ([x = 0, y = 0]: readonly number[]) => {
    const hit = topmost(
      seen.left * (1 - x) + seen.right * x,
      seen.top * (1 - y) + seen.bottom * y,
      shadowOf,
    );
    // An ancestor lies behind its descendants: hitting it means only that they let clicks through.
    return hit && parts.some((part) => drawnInside(hit, part) || drawnInside(part, hit));
  };
  const quarters = [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.2, 0.8],
    [0.8, 0.8],
  ];
  return !reaches([0.5, 0.5]) && quarters.filter(reaches).length < 2;
}

/** What is on top at a point of the viewport, however deep in shadow roots; never ours. */
export function topmost(x: number, y: number, shadowOf: ShadowOf): Element | undefined {
  let hit: Element | undefined;
  for (let root: Root | null = document; root; ) {
    const next = topmostIn(root, x, y);
    if (!next || next === hit) break;
    hit = next;
    root = shadowOf(hit);
  }
  return hit;
}

/** Asking for the first alone is several times cheaper; it is ours only where our label lies. */
function topmostIn(root: Root, x: number, y: number): Element | undefined {
  const first = root.elementFromPoint(x, y);
  if (first && !isOurs(first)) return first;
  return root.elementsFromPoint(x, y).find((at) => !isOurs(at));
}

/** Outside every modal dialog that is open. */
export function isBehindDialog(element: Element, roots: Iterable<Root>): boolean {
  // One by one: a selector list leaves the browser's fast path.
  const dialogs = [...roots].flatMap((root) =>
    ['dialog[open]', '[aria-modal=true]'].flatMap((modal) => [...root.querySelectorAll(modal)]),
  );
  const modal = dialogs.filter(
    (dialog) => dialog.matches('[aria-modal=true],:modal') && isShown(dialog),
  );
  return modal.length > 0 && !modal.some((dialog) => drawnInside(element, dialog));
}
