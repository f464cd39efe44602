/** Events by which a page could notice that one of our buttons is used. */
const SEEN =
  'pointerdown pointerup mousedown mouseup touchstart touchend click dblclick contextmenu keydown keyup focusin focusout focus blur';

/**
 * Makes our button usable without the page noticing: pressing it closes none of the portal's
 * menus, moves no focus and triggers no shortcut.
 *
 * Listens on the window, before any of the page's listeners on the document.
 */
export function shield(host: Element, press: () => void, signal: AbortSignal): void {
  const stop = (event: Event) => {
    if (event.target !== host) return;
    event.stopImmediatePropagation();
    if (event.type === 'mousedown') event.preventDefault();
    if (event.type === 'click' && event.isTrusted) press();
  };
  for (const type of SEEN.split(' '))
    addEventListener(type, stop, { capture: true, passive: false, signal });
}
