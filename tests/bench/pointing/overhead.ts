import type { Browser } from 'playwright-core';
import { type Bench, median, openBench } from './browser.ts';

export type Overhead = Readonly<{
  mode: string;
  perSecond: number;
  /** In callbacks of our world, with the layout they force. */
  ownMs: number;
  /** Main thread as a whole, less the same page alone. */
  addedMs: number;
}>;

const WINDOW_MS = 2_000;
const ROUNDS = 3;
const NODES = 20_000;

/** Changes of the page a second. */
export const PACES = [0, 100, 1_000] as const;

/**
 * Main-thread time a second by mode and pace, as the browser accounts for it, less that of the same
 * page without us in the neighbouring window.
 */
export async function measureOverhead(browser: Browser): Promise<Overhead[]> {
  const bench = await openBench(browser, NODES);
  await bench.session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await bench.inside('bench.discover()');
  const modes = await bench.inside<string[]>('bench.modes');
  const measured: Overhead[] = [];
  for (const perSecond of PACES) {
    await bench.outside(`generated.change(${perSecond})`);
    for (const mode of modes.slice(1)) {
      const rounds: Spent[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const alone = await spent(bench, modes[0] ?? '');
        const { own, all } = await spent(bench, mode);
        rounds.push({ own, all: all - alone.all });
      }
      const [ownMs, addedMs] = [
        median(rounds.map(({ own }) => own)),
        median(rounds.map(({ all }) => all)),
      ];
      measured.push({ mode, perSecond, ownMs, addedMs });
    }
  }
  await bench.page.close();
  return measured;
}

type Spent = Readonly<{ own: number; all: number }>;

/** Milliseconds a second, after the start has passed. */
async function spent({ inside, session, page }: Bench, mode: string): Promise<Spent> {
  await inside(`bench.run(${JSON.stringify(mode)})`);
  await page.waitForTimeout(600);
  const before = await taskSeconds(session);
  await inside('bench.spent()');
  await page.waitForTimeout(WINDOW_MS);
  const own = (await inside<number>('bench.spent()')) * (1_000 / WINDOW_MS);
  return { own, all: ((await taskSeconds(session)) - before) * (1_000_000 / WINDOW_MS) };
}

async function taskSeconds(session: Bench['session']): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}
