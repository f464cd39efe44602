/** Looks where the browser has just laid out the page and not yet drawn it: reading is free there. */
export function onceLaidOut(element: Element, look: () => void): void {
  const sizes = new ResizeObserver(() => {
    sizes.disconnect();
    look();
  });
  sizes.observe(element);
}
