/**
 * Calls back when the administrator uses the control that is pointed at. Listens only: nothing is
 * cancelled, and the page's own scripts cannot pretend.
 *
 * @param parts Of the control, at the time.
 */
export function onUse(
  used: () => void,
  parts: () => readonly EventTarget[],
  signal: AbortSignal,
): void {
  let typedIn: EventTarget | undefined;
  const hear = (event: Event) => {
    const control = parts();
    const isUse = event.isTrusted && event.composedPath().some((at) => control.includes(at));
    // Typing is one use, however many letters.
    const isTyping = event.type === 'input';
    if (isUse && !(isTyping && typedIn === control[0])) used();
    if (isUse) typedIn = isTyping ? control[0] : undefined;
  };
  for (const type of ['click', 'change', 'input']) {
    document.addEventListener(type, hear, { capture: true, passive: true, signal });
  }
}
