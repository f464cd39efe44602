import type { Browser } from 'playwright-core';
import { openBench } from './browser.ts';

export type Tracking = Readonly<{
  what: string;
  who: string;
  p95Px: number;
  maxPx: number;
  frames: number;
}>;

/** What moves the control, as code for the page. */
const MOVES: Readonly<Record<string, string>> = {
  'a nested scroller scrolls': "document.querySelector('#scroller').scrollTop += 12",
  'something above it grows':
    "document.querySelector('header').style.height = `${40 + (frame % 8) * 20}px`",
  'it is moved by a margin': "document.querySelector('#light').style.marginLeft = `${frame * 6}px`",
  'it is replaced by a new node':
    "if (frame % 8 === 0) { const old = document.querySelector('#light'); const next = old.cloneNode(true); old.parentElement.style.paddingTop = `${frame}px`; old.replaceWith(next); }",
};

const HIGHLIGHTS: Readonly<Record<string, string>> = {
  'Waymark, ring shown': 'waymark-ring',
  'driver.js, highlight shown': '.driver-overlay path',
};

const FRAMES = 48;

/**
 * Distance between control and highlight after each frame was laid out. The ring is on the
 * compositor's side of this: what is measured here is only whether it knows the right place.
 */
export async function measureTracking(browser: Browser): Promise<Tracking[]> {
  const found: Tracking[] = [];
  for (const [who, selector] of Object.entries(HIGHLIGHTS)) {
    for (const [what, move] of Object.entries(MOVES)) {
      const bench = await openBench(browser, 5_000);
      await bench.inside(`bench.discover(); bench.run(${JSON.stringify(who)})`);
      await bench.page.waitForTimeout(300);
      const off = await bench.outside<number[]>(framesOf(move, selector));
      found.push({ what, who, frames: off.length, ...spread(off) });
      await bench.page.close();
    }
  }
  return found;
}

function spread(off: readonly number[]): Pick<Tracking, 'p95Px' | 'maxPx'> {
  const sorted = off.toSorted((a, b) => a - b);
  return { p95Px: sorted[Math.floor(sorted.length * 0.95)] ?? 0, maxPx: sorted.at(-1) ?? 0 };
}

/** How far the highlight is from where it was when it stood right; a lost one counts as 999 px. */
function framesOf(move: string, selector: string): string {
  return `(async () => {
    const corner = (element) => {
      if (!element) return { x: 999, y: 999 };
      if (!(element instanceof SVGPathElement)) return element.getBoundingClientRect();
      const [x, y] = element.getAttribute('d').split('M').at(-1).match(/-?[\\d.]+/g).map(Number);
      return { x, y };
    };
    const gap = () => {
      const mark = corner(document.querySelector('${selector}'));
      const target = corner(document.querySelector('#light'));
      return { x: mark.x - target.x, y: mark.y - target.y };
    };
    const laidOut = () => new Promise((done) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    }));
    await laidOut();
    const right = gap();
    const off = [];
    for (let frame = 0; frame < ${FRAMES}; frame += 1) {
      ${move};
      await laidOut();
      const now = gap();
      off.push(Math.max(Math.abs(now.x - right.x), Math.abs(now.y - right.y)));
    }
    return off;
  })()`;
}
