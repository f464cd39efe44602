import type { Browser } from 'playwright-core';
import { median, openBench } from './browser.ts';

export type LookUps = Readonly<{
  /** Asked for, and what the page came to. */
  nodes: number;
  roots: number;
  /** Median, ms, by method. */
  byMethod: Readonly<Record<string, number>>;
}>;

/** Getting lost is what takes long; the slowest method takes seconds on the largest page. */
const RUNS = 25;
const RUNS_OF_SLOW = 3;

export async function measureLookUps(browser: Browser, nodes: number): Promise<LookUps> {
  const bench = await openBench(browser, nodes);
  const roots = await bench.inside<number>('bench.discover()');
  const methods = await bench.inside<string[]>('bench.lookUps');
  const byMethod: Record<string, number> = {};
  for (const method of methods) {
    const runs = method.includes('throws') ? RUNS_OF_SLOW : RUNS;
    byMethod[method] = await bench.inside(`bench.time(${JSON.stringify(method)}, ${runs})`);
  }
  byMethod['Playwright’s engine, role and name (wall time less a round trip)'] =
    await throughPlaywright(bench.page);
  await bench.page.close();
  return { nodes, roots, byMethod };
}

async function throughPlaywright(
  page: Awaited<ReturnType<typeof openBench>>['page'],
): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    const from = performance.now();
    await page.getByRole('button', { name: 'Benutzerverwaltung', exact: true }).count();
    const between = performance.now();
    await page.locator('html').count();
    taken.push(between - from - (performance.now() - between));
  }
  return median(taken);
}
