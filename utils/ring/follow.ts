/** Frames without a move after which following ends. */
const STILL = 3;

/**
 * The stand-in where the browser's anchor positioning errs (Firefox under a transformed
 * ancestor): copies the box of each anchor frame by frame, but only while something moves.
 *
 * @param pairs Each of our elements with what it stands at.
 * @returns starts it again, for whenever the page has changed.
 */
export function follow(
  pairs: readonly (readonly [HTMLElement, () => Element])[],
  signal: AbortSignal,
): () => void {
  let last = '';
  let still = STILL;

  const step = () => {
    if (signal.aborted) return;
    const boxes = pairs.map(([, at]) => at().getBoundingClientRect());
    const now = JSON.stringify(boxes);
    still = now === last ? still + 1 : 0;
    last = now;
    for (const [index, [own]] of pairs.entries()) {
      for (const side of ['top', 'left', 'width', 'height'] as const) {
        own.style.setProperty(`--w${side[0]}`, `${boxes[index]?.[side]}px`);
      }
    }
    if (still < STILL) requestAnimationFrame(step);
  };
  const start = () => {
    if (still >= STILL) step();
  };
  for (const type of ['scroll', 'resize', 'transitionrun', 'animationstart']) {
    addEventListener(type, start, { capture: true, passive: true, signal });
  }
  start();
  return start;
}
