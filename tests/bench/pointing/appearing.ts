import type { Browser } from 'playwright-core';
import { type Bench, openBench, quantile } from './browser.ts';
import { type Frame, type Looks, MARK_TARGETS, type Point, recordFrames } from './frames.ts';

export type Appearing = Readonly<{
  who: string;
  where: string;
  /** Frames that show the control and not yet its highlight. */
  p50: number;
  max: number;
  never: number;
  times: number;
}>;

const NODES = 20_000;
const PER_SECOND = 1_000;
const TIMES = 8;
const SMALL = { width: 480, height: 360 };

const CASES: readonly Readonly<{
  who: string;
  looks: Looks;
  which: 'light' | 'deep';
  waitMs: number;
}>[] = [
  { who: 'Waymark, ring shown', looks: 'border', which: 'light', waitMs: 600 },
  { who: 'Waymark, ring shown 3 shadow roots deep', looks: 'border', which: 'deep', waitMs: 600 },
  { who: 'driver.js, waiting for an element', looks: 'hole', which: 'light', waitMs: 600 },
  { who: 'asking every 500 ms', looks: 'border', which: 'light', waitMs: 1_000 },
];

/** How many painted frames show a control that has just come before they show its highlight. */
export async function measureAppearing(browser: Browser): Promise<Appearing[]> {
  const bench = await openBench(browser, NODES, SMALL);
  await bench.page.addStyleTag({ content: MARK_TARGETS });
  await bench.outside(`generated.change(${PER_SECOND})`);
  const found: Appearing[] = [];
  for (const one of CASES) {
    const late: (number | undefined)[] = [];
    for (let time = 0; time < TIMES; time += 1) late.push(await framesLate(bench, one));
    const shown = late.map((frames) => frames ?? Number.POSITIVE_INFINITY);
    found.push({
      who: one.who,
      where: one.which === 'light' ? 'in the page' : 'three shadow roots deep',
      p50: quantile(shown, 0.5),
      max: quantile(shown, 1),
      never: late.filter((frames) => frames === undefined).length,
      times: TIMES,
    });
  }
  await bench.page.close();
  return found;
}

async function framesLate(
  { outside, run, session, page }: Bench,
  { who, looks, which, waitMs }: (typeof CASES)[number],
): Promise<number | undefined> {
  await run('nothing of ours');
  await outside("generated.take(); document.querySelector('#scroller').scrollTop = 0");
  await run(who);
  // So that the wait does not always end at the same point of a timer's turn.
  await page.waitForTimeout(300 + Math.random() * 500);
  const frames = await recordFrames(session, looks, async () => {
    await outside(`generated.put('${which}')`);
    await page.waitForTimeout(waitMs);
  });
  return between(frames);
}

/** A highlight that stands elsewhere, left from before or on its way, does not count. */
function between(frames: readonly Frame[]): number | undefined {
  const first = frames.findIndex(({ target }) => target);
  const last = frames.at(-1);
  if (!last?.target || !last.highlight) return undefined;
  const rest = apart(last.target, last.highlight);
  const shown = frames.findIndex(({ target, highlight }) => {
    if (!target || !highlight) return false;
    const now = apart(target, highlight);
    return Math.abs(now.x - rest.x) <= 1 && Math.abs(now.y - rest.y) <= 1;
  });
  return shown < 0 ? undefined : shown - first;
}

function apart(target: Point, highlight: Point): Point {
  return { x: highlight.x - target.x, y: highlight.y - target.y };
}
