import type { Browser, Page } from 'playwright-core';
import { median, openBench, quoted } from './browser.ts';

export type LookUps = Readonly<{
  /** Asked for. */
  nodes: number;
  roots: number;
  /** Milliseconds by method. */
  byMethod: Readonly<Record<string, number>>;
}>;

/** Getting lost is what takes long; the slowest method takes seconds on the largest page. */
const RUNS = 40;
const RUNS_OF_SLOW = 3;

export const PLAYWRIGHT = 'Playwright’s engine, role and name (wall time less a round trip)';

/** @throws when any of the methods finds the wrong thing. */
export async function measureLookUps(browser: Browser, nodes: number): Promise<LookUps> {
  const bench = await openBench(browser, nodes);
  const roots = await bench.inside<number>('bench.enterAll()');
  const wrong = await bench.inside<string[]>('bench.wrongAnswers()');
  if (wrong[0]) throw new Error(`wrong answers: ${wrong}`);
  const methods = await bench.inside<string[]>('bench.lookUps');
  const byMethod: Record<string, number> = {};
  for (const method of methods) {
    const runs = method.includes('throws') ? RUNS_OF_SLOW : RUNS;
    byMethod[method] = await bench.inside(`bench.time(${quoted(method)}, ${runs})`);
  }
  byMethod[PLAYWRIGHT] = await throughPlaywright(bench.page);
  await bench.page.close();
  return { nodes, roots, byMethod };
}

async function throughPlaywright(page: Page): Promise<number> {
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
