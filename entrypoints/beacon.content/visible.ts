/**
 * Follows whether a child frame can be seen at all: portals keep frames warm that have no size or
 * stand outside the page. Calls back at once when it has no size, else after the first frame.
 */
export function watchVisible(changed: (isVisible: boolean) => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1);
    changed(!!(entry?.isIntersecting && innerWidth && innerHeight));
  });
  observer.observe(document.documentElement);
  signal.addEventListener('abort', () => observer.disconnect());
}
