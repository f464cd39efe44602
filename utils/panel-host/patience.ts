/** So long after a change it is looked at, and less often while a page goes on changing. */
const EVERY_MS = { least: 60, most: 400 } as const;

/** A page that changed nothing for so long had come to rest. */
const REST_MS = 150;

/**
 * Looks once after each burst of changes, where the browser has just laid out the page and not yet
 * drawn it: reading is free. Asks for that one frame and no more.
 *
 * @returns to be called whenever something changed.
 */
export function openPatience(look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let everyMs: number = EVERY_MS.least;
  let lookedMs = Number.NEGATIVE_INFINITY;
  const laidOut = new ResizeObserver(() => {
    laidOut.disconnect();
    timer = undefined;
    lookedMs = performance.now();
    look();
  });
  return () => {
    if (timer) return;
    const isAtRest = performance.now() - lookedMs > REST_MS;
    everyMs = isAtRest ? EVERY_MS.least : Math.min(everyMs * 2, EVERY_MS.most);
    timer = setTimeout(() => laidOut.observe(document.documentElement), everyMs);
  };
}
