/** Where a beacon leaves its way to be stopped; seen only by our own scripts. */
const KEY = Symbol.for('waymark.beacon');

/**
 * Makes this beacon the frame's only one: stops an older one of the same installation, and clears
 * away what one of an installation that is gone has left. That one, an orphan, finds out by itself.
 */
export function takeOver(): AbortController {
  const shared = globalThis as { [KEY]?: AbortController };
  shared[KEY]?.abort();
  for (const left of document.querySelectorAll('waymark-ring,waymark-panel')) left.remove();
  shared[KEY] = new AbortController();
  return shared[KEY];
}
