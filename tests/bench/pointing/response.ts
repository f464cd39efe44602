import type { Browser } from 'playwright-core';
import { type Bench, median, openBench, quantile } from './browser.ts';

export type Starting = Readonly<{ who: string; nodes: number; allMs: number; worstMs: number }>;

export type LongTasks = Readonly<{
  what: string;
  /** Longest callback of ours. */
  worstMs: number;
  /** The most of ours that was part of any task of more than 50 ms. */
  inLongTasksMs: number;
}>;

export type Typing = Readonly<{ who: string; p50Ms: number; p95Ms: number }>;

type Spent = Readonly<{ ms: number; worstMs: number; inLongTasksMs: number }>;

const STARTS = [
  'Waymark, ring shown',
  'Waymark, ring shown 3 shadow roots deep',
  'Waymark, waiting for a control',
  'Waymark, the ring alone',
  'driver.js, highlight shown',
  'shepherd.js, overlay shown',
  'intro.js, highlight shown',
] as const;

/** Own time from the order until the highlight stands, on a page that is otherwise idle. */
export async function measureStarting(browser: Browser, nodes: number): Promise<Starting[]> {
  const bench = await openBench(browser, nodes);
  const found: Starting[] = [];
  for (const who of STARTS) {
    const rounds: Spent[] = [];
    for (let round = 0; round < 5; round += 1) rounds.push(await start(bench, who));
    const [allMs, worstMs] = [rounds.map(({ ms }) => ms), rounds.map((one) => one.worstMs)].map(
      median,
    );
    found.push({ who, nodes, allMs: allMs ?? 0, worstMs: worstMs ?? 0 });
  }
  await bench.page.close();
  return found;
}

async function start({ inside, page, run }: Bench, who: string): Promise<Spent> {
  await run('nothing of ours');
  await page.waitForTimeout(200);
  await inside('bench.spent()');
  await run(who);
  await page.waitForTimeout(500);
  return inside<Spent>('bench.spent()');
}

/** What we do in the page's long tasks, from the order on, on the largest page. */
export async function measureLongTasks(browser: Browser, nodes: number): Promise<LongTasks[]> {
  const bench = await openBench(browser, nodes);
  const found: LongTasks[] = [];
  for (const perSecond of [0, 100, 1_000]) {
    await bench.outside(`generated.change(${perSecond})`);
    for (const mode of ['Waymark, waiting for a control', 'Waymark, ring shown']) {
      await bench.run('nothing of ours');
      await bench.page.waitForTimeout(300);
      await bench.inside('bench.spent()');
      await bench.run(mode);
      await bench.page.waitForTimeout(2_500);
      const { worstMs, inLongTasksMs } = await bench.inside<Spent>('bench.spent()');
      found.push({ what: `${mode}, ${perSecond} changes a second`, worstMs, inLongTasksMs });
    }
  }
  await bench.page.close();
  return found;
}

const HEAR = `globalThis.heard = [];
addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => heard.push(performance.now() - timeStamp);
  port2.postMessage(0);
}));`;

/** Rounds of so many presses, in turns, so that what else the machine does meets all alike. */
const ROUNDS = 4;
const KEYS = 40;

const TYPING = [
  'nothing of ours',
  'Waymark, waiting for a control',
  'Waymark, ring shown',
  'shepherd.js, overlay shown',
] as const;

/** From a key's press to the end of the next frame, while the page changes 1000 times a second. */
export async function measureTyping(browser: Browser): Promise<Typing[]> {
  const bench = await openBench(browser, 5_000);
  await bench.outside(HEAR);
  await bench.outside('generated.change(1000)');
  const heard = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const who of TYPING)
      heard.set(who, [...(heard.get(who) ?? []), ...(await type(bench, who))]);
  }
  await bench.page.close();
  return [...heard].map(([who, ms]) => ({ who, p50Ms: median(ms), p95Ms: quantile(ms, 0.95) }));
}

async function type({ run, page, outside }: Bench, who: string): Promise<number[]> {
  await run(who);
  await page.waitForTimeout(400);
  await outside('heard.length = 0');
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('Shift');
    await page.waitForTimeout(20 + ((key * 7) % 23));
  }
  await page.waitForTimeout(200);
  return outside<number[]>('heard');
}
