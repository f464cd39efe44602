/** Events by which a page could notice that the focus comes to our element or leaves it. */
export const FOCUS = 'focusin focusout focus blur';

/** And those by which it could notice that one of our buttons is used. */
const USE =
  'pointerdown pointerup mousedown mouseup touchstart touchend click dblclick contextmenu keydown keyup';

/**
 * A press that is meant for us and that the browser gives to the page's dialog: while one is modal,
 * everything outside it takes no clicks, also what stands above it.
 */
export type Through = Readonly<{ isHit: (event: MouseEvent) => boolean; press: () => void }>;

/**
 * Makes our button usable without the page noticing: pressing it closes none of the portal's
 * menus, moves no focus and triggers no shortcut.
 *
 * Listens on the window, before any of the page's listeners on the document.
 *
 * @param types `FOCUS` where nothing of ours can be pressed.
 */
export function shield(
  host: Element,
  press: () => void,
  signal: AbortSignal,
  through: Through,
  types = `${USE} ${FOCUS}`,
): void {
  const stop = (event: Event) => {
    const isOurs = event.target === host;
    if (!isOurs && !(event instanceof MouseEvent && through.isHit(event))) return;
    event.stopImmediatePropagation();
    if (event.type === 'mousedown') event.preventDefault();
    if (event.type === 'click' && event.isTrusted) (isOurs ? press : through.press)();
  };
  for (const type of types.split(' '))
    addEventListener(type, stop, { capture: true, passive: false, signal });
}

/** Whether an event that goes to what we stand above happened on a part of ours. */
export function isOver(part: Element, above: Element | undefined, event: MouseEvent): boolean {
  const { left, top, right, bottom } = part.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  const isIn = x >= left && x <= right && y >= top && y <= bottom;
  return isIn && above !== undefined && event.composedPath().includes(above);
}
