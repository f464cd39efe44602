import type { Browser } from 'playwright-core';
import { type Bench, openBench, quantile, type Size } from './browser.ts';
import { type Looks, MARK_TARGETS, type Offset, offsets, recordFrames } from './frames.ts';

export type Tracking = Readonly<{
  what: string;
  who: string;
  p50Px: number;
  p95Px: number;
  maxPx: number;
  /** Frames that show the control with its highlight more than 1 px off or gone. */
  off: number;
  lost: number;
  frames: number;
}>;

/** Small, so that each frame is written down before the next one is due. */
const SMALL: Size = { width: 480, height: 360 };

const NODES = 5_000;

type Move = (bench: Bench) => Promise<unknown>;

/** Gestures as a finger makes them: the compositor scrolls, the main thread only hears of it. */
const scroll: Move = async ({ session, outside }) => {
  const at = await outside<{ x: number; y: number }>(`(() => {
    const { left, top } = document.querySelector('#light').getBoundingClientRect();
    return { x: left + 20, y: top + 8 };
  })()`);
  for (const yDistance of [-110, 110, -110, 110]) {
    const gesture = { ...at, yDistance, speed: 700, preventFling: true };
    await session.send('Input.synthesizeScrollGesture', gesture);
  }
};

const BUSY = `globalThis.busy = setInterval(() => {
  for (const until = performance.now() + 60; performance.now() < until; );
}, 100)`;

const scrollWhileBusy: Move = async (bench) => {
  await bench.outside(BUSY);
  await scroll(bench);
  await bench.outside('clearInterval(globalThis.busy)');
};

/** Runs in the page eight times, then waits for what it starts. */
const inPage =
  (step: string, times: number, pauseMs: number): Move =>
  ({ outside }) =>
    outside(`(async () => {
      for (let step = 0; step < ${times}; step += 1) {
        ${step};
        await new Promise((done) => setTimeout(done, ${pauseMs}));
      }
    })()`);

const MOVES: Readonly<Record<string, Move>> = {
  'a nested scroller scrolls, 700 px a second': scroll,
  'the same, main thread busy for 60 of every 100 ms': scrollWhileBusy,
  'a transition moves it by a transform': inPage(
    "document.querySelector('#light').style.cssText = `transition:transform .6s linear;transform:translateX(${step ? 0 : 200}px)`",
    2,
    700,
  ),
  'a transition moves it by a margin': inPage(
    "document.querySelector('#light').style.cssText = `transition:margin .6s linear;margin-left:${step ? 30 : 230}px`",
    2,
    700,
  ),
  'something above it grows': inPage(
    "document.querySelector('header').style.paddingTop = `${step % 2 ? 0 : 60}px`",
    6,
    130,
  ),
  'it is replaced by a new node, elsewhere': inPage(
    "document.querySelector('#light').parentElement.style.paddingTop = `${step % 2 ? 0 : 60}px`; generated.replace()",
    6,
    130,
  ),
};

const HIGHLIGHTS: Readonly<Record<string, Looks>> = {
  'Waymark, ring shown': 'border',
  'floating-ui, each frame': 'border',
  'shepherd.js, overlay shown': 'hole',
  'driver.js, highlight shown': 'hole',
  'intro.js, highlight shown': 'border',
  'asking every 500 ms': 'border',
};

/** Distance between control and highlight in each frame as it was painted, from pictures of it. */
export async function measureTracking(browser: Browser): Promise<Tracking[]> {
  const found: Tracking[] = [];
  for (const [who, looks] of Object.entries(HIGHLIGHTS)) {
    const bench = await openBench(browser, NODES, SMALL);
    await bench.page.addStyleTag({ content: `${MARK_TARGETS}x-deep{visibility:hidden}` });
    for (const what of Object.keys(MOVES)) {
      found.push({ what, who, ...spread(await offsetsOf(bench, who, what, looks)) });
    }
    await bench.page.close();
  }
  return found;
}

async function offsetsOf(
  bench: Bench,
  who: string,
  what: string,
  looks: Looks,
): Promise<readonly Offset[]> {
  await bench.outside("document.querySelector('#light').style.cssText = ''");
  await bench.run(who);
  await bench.page.waitForTimeout(600);
  const frames = await recordFrames(bench.session, looks, async () => {
    await bench.page.waitForTimeout(80);
    await MOVES[what]?.(bench);
    await bench.page.waitForTimeout(80);
  });
  return offsets(frames);
}

function spread(all: readonly Offset[]): Omit<Tracking, 'what' | 'who'> {
  const px = all.filter((one) => one !== 'lost');
  return {
    p50Px: quantile(px, 0.5),
    p95Px: quantile(px, 0.95),
    maxPx: quantile(px, 1),
    off: all.filter((one) => one === 'lost' || one > 1).length,
    lost: all.length - px.length,
    frames: all.length,
  };
}
