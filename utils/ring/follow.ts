/** Frames without a move after which following ends. */
const STILL = 3;

/** The events with which something starts to move. */
const MOVING = 'scroll resize transitionrun animationstart';

/**
 * The stand-in where the browser's anchor positioning errs (Firefox under a transformed
 * ancestor): copies the box of each anchor frame by frame, but only while something moves.
 *
 * @param pairs Each of our elements with what it stands at.
 */
export function follow(
  pairs: readonly (readonly [HTMLElement, () => Element])[],
  signal: AbortSignal,
): void {
  let last = '';
  let still = STILL;

  const step = () => {
    const boxes = pairs.map(([own, at]) => [own, at().getBoundingClientRect()] as const);
    const now = JSON.stringify(boxes.map(([, box]) => box));
    still = now === last ? still + 1 : 0;
    last = now;
    if (still === 0) for (const [own, box] of boxes) place(own.style, box);
    if (still < STILL && !signal.aborted) requestAnimationFrame(step);
  };
  const start = () => {
    if (still < STILL) return;
    still = 0;
    step();
  };
  for (const type of MOVING.split(' '))
    addEventListener(type, start, { capture: true, passive: true, signal });
  start();
}

function place(style: CSSStyleDeclaration, { top, left, width, height }: DOMRect): void {
  for (const [name, px] of Object.entries({ t: top, l: left, w: width, h: height })) {
    style.setProperty(`--wm-${name}`, `${px}px`);
  }
}
