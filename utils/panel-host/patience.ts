/**
 * So long after a change it is looked at, and less often while a page goes on changing. A page that
 * is still coming changes all the time.
 */
const EVERY_MS = { least: 60, most: 400, coming: 1_000 } as const;

/** A page that changed nothing for so long had come to rest. */
const REST_MS = 150;

/**
 * Looks once after each burst of changes, when the browser has nothing else to do: the page is laid
 * out then, so reading is free, and no frame is asked for that the page would not have drawn.
 *
 * @returns to be called whenever something changed.
 */
export function openPatience(look: () => void): () => void {
  let isAsked = false;
  let everyMs: number = EVERY_MS.least;
  let lookedMs = Number.NEGATIVE_INFINITY;
  const lookNow = () => {
    isAsked = false;
    lookedMs = performance.now();
    look();
  };
  return () => {
    if (isAsked) return;
    isAsked = true;
    const isAtRest = performance.now() - lookedMs > REST_MS;
    everyMs = isAtRest ? EVERY_MS.least : Math.min(everyMs * 2, EVERY_MS.most);
    if (document.readyState !== 'complete') everyMs = EVERY_MS.coming;
    setTimeout(() => requestIdleCallback(lookNow, { timeout: EVERY_MS.most }), everyMs);
  };
}
