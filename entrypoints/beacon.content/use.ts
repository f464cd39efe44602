/**
 * Calls back when the administrator uses the control that is pointed at. Listens only: nothing is
 * cancelled, and the page's own scripts cannot pretend.
 */
export function onUse(
  used: () => void,
  parts: () => readonly Element[],
  signal: AbortSignal,
): void {
  let typedIn: Element | undefined;
  const hear = (event: Event) => {
    const control = parts();
    if (!event.isTrusted || !event.composedPath().some((at) => control.includes(at as Element)))
      return;
    // Typing is one use, however many letters.
    if (event.type === 'input' && typedIn === control[0]) return;
    typedIn = event.type === 'input' ? control[0] : undefined;
    used();
  };
  for (const type of ['click', 'change', 'input']) {
    document.addEventListener(type, hear, { capture: true, passive: true, signal });
  }
}
