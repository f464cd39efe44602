/**
 * State and visibility are read so long after the first change that tells nothing by itself, and
 * less often while a page goes on changing and nothing of it is about the orders.
 */
const EVERY_MS = { least: 60, most: 400 } as const;

/** A page that changed nothing for so long had come to rest. */
const REST_MS = 250;

/** How often a page that goes on changing is caught up with where nothing is waited for. */
const UNHURRIED_MS = 100;

export type Schedule = Readonly<{
  /** The page changed: absorb it in the next frame, and look at states a little later. */
  changed: () => void;
  /** The same, and it may wait while the page goes on changing; after a rest it never does. */
  unhurried: () => void;
  /** Something a reader would expect to be followed at once: look in the next frame. */
  urgent: () => void;
  /** Go on as soon as the page has had its turn. */
  soon: () => void;
}>;

/**
 * Nothing runs on a page that does not change: a frame or a timer is asked for once after a change.
 * Layout is read where the browser has just computed it for the frame (a resize observer's first
 * call comes there), so that asking costs nothing and what follows from it is in the same frame.
 *
 * @param onFrame Before the frame is laid out. Returns whether anything that the orders are about is
 *   different; `undefined` where nothing of the page is.
 * @param onQuiet After the frame was laid out, or when asked for by `soon`.
 */
export function openSchedule(onFrame: () => boolean | undefined, onQuiet: () => void): Schedule {
  const { port1, port2 } = new MessageChannel();
  let isUrgent = false;
  let isAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer rings, while it is set. */
  let wakeMs: number | undefined;
  let everyMs: number = EVERY_MS.least;
  /** When the page was caught up with last, and since when a look is owed. */
  let lastMs = 0;
  let owedMs: number | undefined;
  port1.onmessage = onQuiet;
  const laidOut = new ResizeObserver(() => {
    laidOut.disconnect();
    onQuiet();
  });

  const ask = () => {
    if (!isAsked) requestAnimationFrame(run);
    isAsked = true;
  };
  const wake = () => {
    wakeMs = undefined;
    ask();
  };
  const askAt = (ms: number) => {
    if (isAsked || (wakeMs !== undefined && ms >= wakeMs)) return;
    const inMs = ms - performance.now();
    if (inMs <= 0) return ask();
    clearTimeout(timer);
    timer = setTimeout(wake, inMs);
    wakeMs = ms;
  };

  /** Whether to look after this frame; if not, sees to it that somebody asks again. */
  const isDue = (isTelling: boolean, atMs: number): boolean => {
    if (isTelling || atMs - lastMs > REST_MS) everyMs = EVERY_MS.least;
    lastMs = atMs;
    owedMs ??= atMs;
    if (!isTelling && owedMs + everyMs > atMs) {
      askAt(owedMs + everyMs);
      return false;
    }
    if (!isTelling) everyMs = Math.min(everyMs * 2, EVERY_MS.most);
    owedMs = undefined;
    return true;
  };
  const run = (atMs: number) => {
    isAsked = false;
    const told = onFrame();
    const isTelling = told || isUrgent;
    isUrgent = false;
    // Nothing of the page is different, and no look is owed.
    if (!isTelling && (told ?? owedMs) === undefined) return;
    if (isDue(isTelling, atMs)) laidOut.observe(document.documentElement);
  };

  return {
    changed: ask,
    unhurried: () => askAt(lastMs + UNHURRIED_MS),
    urgent: () => {
      isUrgent = true;
      ask();
    },
    soon: () => port2.postMessage(0),
  };
}
