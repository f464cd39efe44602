import type { Browser } from 'playwright-core';
import { type Bench, middleMean, openBench } from './browser.ts';

export type Overhead = Readonly<{
  mode: string;
  perSecond: number;
  /** In callbacks of our world, with the layout they force. */
  ownMs: number;
  /** Main thread as a whole, less the same page alone. */
  addedMs: number;
  /** The longest callback of all rounds, its start left out. */
  worstMs: number;
}>;

type Spent = Readonly<{ own: number; all: number; worst: number }>;

const WINDOW_MS = 1_000;
/** Rounds by pace: where the control is replaced now and then, a second more or less of it counts. */
const ROUNDS = { 0: 3, 100: 3, 1000: 9 } as const;
const NODES = 20_000;

/** Changes of the page a second. */
export const PACES = [0, 100, 1_000] as const;

const ALONE = 'nothing of ours';

export const MODES = [
  'a bare observer of every root',
  'an observer that asks for an attribute nothing else has',
  'an observer that asks for one label',
  'an observer that asks every root for four labels',
  'Waymark, waiting for a control',
  'driver.js, waiting in vain',
  'Waymark, ring shown',
  'driver.js, highlight shown',
  'intro.js, highlight shown',
  'shepherd.js, overlay shown',
  'floating-ui, each frame',
  'floating-ui, each frame, given each new control',
  'a loop that asks for the box in each frame',
] as const;

/**
 * Main-thread time a second by mode and pace, as the browser accounts for it, less that of the same
 * page without us in the same round.
 */
export async function measureOverhead(browser: Browser): Promise<Overhead[]> {
  const bench = await openBench(browser, NODES);
  await bench.session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const measured: Overhead[] = [];
  for (const perSecond of PACES) {
    await bench.outside(`generated.change(${perSecond})`);
    const rounds: Record<string, Spent>[] = [];
    for (let round = 0; round < ROUNDS[perSecond]; round += 1) rounds.push(await oneRound(bench));
    measured.push(...MODES.map((mode) => ({ mode, perSecond, ...middleOf(rounds, mode) })));
  }
  await bench.page.close();
  return measured;
}

/** Own time of waiting on a small page, ms a second; on a large one it is to be the same. */
export async function measureWaitingOnFew(browser: Browser, nodes: number): Promise<number> {
  const bench = await openBench(browser, nodes);
  await bench.session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await bench.outside('generated.change(1000)');
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS[1_000]; round += 1) {
    rounds.push((await spent(bench, 'Waymark, waiting for a control')).own);
  }
  await bench.page.close();
  return middleMean(rounds);
}

function middleOf(
  rounds: readonly Readonly<Record<string, Spent>>[],
  mode: string,
): Pick<Overhead, 'ownMs' | 'addedMs' | 'worstMs'> {
  const of = (pick: (one: Spent, alone: Spent) => number) =>
    rounds.map((round) => pick(round[mode] as Spent, round[ALONE] as Spent));
  return {
    ownMs: middleMean(of(({ own }) => own)),
    addedMs: middleMean(of(({ all }, alone) => all - alone.all)),
    worstMs: Math.max(...of(({ worst }) => worst)),
  };
}

async function oneRound(bench: Bench): Promise<Record<string, Spent>> {
  const round: Record<string, Spent> = {};
  for (const mode of [ALONE, ...MODES]) round[mode] = await spent(bench, mode);
  return round;
}

/** Milliseconds a second, after the start has passed. */
async function spent({ inside, session, page, run }: Bench, mode: string): Promise<Spent> {
  await run(mode);
  await page.waitForTimeout(400);
  const before = await taskSeconds(session);
  await inside('bench.spent()');
  await page.waitForTimeout(WINDOW_MS);
  const { ms, worstMs } = await inside<{ ms: number; worstMs: number }>('bench.spent()');
  const all = ((await taskSeconds(session)) - before) * 1_000;
  await run(ALONE);
  return { own: ms * (1_000 / WINDOW_MS), all: all * (1_000 / WINDOW_MS), worst: worstMs };
}

async function taskSeconds(session: Bench['session']): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}
