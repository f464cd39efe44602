/** State and visibility are read at every so many frames in which the page changed. */
const EVERY = 4;

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
 * asking costs nothing.
 *
 * @param onFrame Before the frame is drawn; told whether it is urgent.
 * @param onQuiet After the frame was laid out, or when asked for by `soon`.
 */
export function openSchedule(onFrame: (urgent: boolean) => void, onQuiet: () => void): Schedule {
  const { port1, port2 } = new MessageChannel();
  let asked = false;
  let isUrgent = false;
  let frames = 0;
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
  const run = () => {
    const urgent = isUrgent;
    asked = isUrgent = false;
    onFrame(urgent);
    frames = urgent ? 0 : frames + 1;
    if (frames === EVERY) laidOut.observe(document.documentElement);
    else if (frames > 0) changed();
    frames %= EVERY;
  };
  const urgent = () => {
    isUrgent = true;
    changed();
  };
  return { changed, urgent, soon };
}
