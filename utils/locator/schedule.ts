/**
 * State and visibility are read at every so many frames in which the page changed: soon after the
 * first change, and less often while a page goes on changing and nothing of it is about the orders.
 */
const EVERY = { least: 4, most: 16 } as const;

/** A page that changed nothing for so long had come to rest. */
const REST_MS = 250;

export type Schedule = Readonly<{
  /** The page changed: absorb it in the next frame, and look at states some frames later. */
  changed: () => void;
  /** Something a reader would expect to be followed at once: look in the next frame. */
  urgent: () => void;
  /** Go on as soon as the page has had its turn. */
  soon: () => void;
}>;

/**
 * No timers and no endless loop: frames are asked for only after a change. Layout is read where the
 * browser has just computed it for the frame (a resize observer's first call comes there), so that
 * asking costs nothing and what follows from it is in the same frame.
 *
 * @param onFrame Before the frame is laid out. Returns whether anything that the orders are about is
 *   different.
 * @param onQuiet After the frame was laid out, or when asked for by `soon`.
 */
export function openSchedule(onFrame: () => boolean, onQuiet: () => void): Schedule {
  const { port1, port2 } = new MessageChannel();
  let asked = false;
  let isUrgent = false;
  let frames = 0;
  let every: number = EVERY.least;
  let lastMs = Number.NEGATIVE_INFINITY;
  port1.onmessage = onQuiet;
  const laidOut = new ResizeObserver(() => {
    laidOut.disconnect();
    onQuiet();
  });

  const soon = () => port2.postMessage(0);
  const changed = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(run);
  };
  /** Whether to look after this frame. */
  const isDue = (isNow: boolean, isDifferent: boolean, atMs: number): boolean => {
    const isTelling = isNow || isDifferent;
    if (isTelling || atMs - lastMs > REST_MS) every = EVERY.least;
    lastMs = atMs;
    frames = isNow ? 0 : frames + 1;
    if (frames < every) {
      if (frames > 0) changed();
      return isTelling;
    }
    frames = 0;
    every = Math.min(every * 2, EVERY.most);
    return true;
  };
  const run = (atMs: number) => {
    const isNow = isUrgent;
    asked = isUrgent = false;
    if (isDue(isNow, onFrame(), atMs)) laidOut.observe(document.documentElement);
  };
  const urgent = () => {
    isUrgent = true;
    changed();
  };
  return { changed, urgent, soon };
}
