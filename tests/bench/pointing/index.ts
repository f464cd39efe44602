import { mkdir, writeFile } from 'node:fs/promises';
import { measureAppearing } from './appearing.ts';
import { openBrowser } from './browser.ts';
import type { Measured } from './goals.ts';
import { type LookUps, measureLookUps } from './look-up.ts';
import { measureOverhead, measureWaitingOnFew } from './overhead.ts';
import { chartsOf, pageOf } from './page.ts';
import { fetchPeers } from './peers.ts';
import { measureLongTasks, measureStarting, measureTyping } from './response.ts';
import { measureSizes } from './sizes.ts';
import { measureTracking } from './tracking.ts';

const SIZES = [5_000, 20_000, 50_000] as const;
const FOLDER = 'docs/reference';

/** Measures finding and ringing against others, in one run, and writes page and charts. */
export async function benchPointing(): Promise<string> {
  await fetchPeers();
  const browser = await openBrowser();
  const lookUps: LookUps[] = [];
  for (const nodes of SIZES) lookUps.push(await measureLookUps(browser, nodes));
  const measured: Measured = {
    lookUps,
    overhead: await measureOverhead(browser),
    waitingOnFewMs: await measureWaitingOnFew(browser, 5_000),
    tracking: await measureTracking(browser),
    appearing: await measureAppearing(browser),
    starting: await measureStarting(browser, 20_000),
    longTasks: await measureLongTasks(browser, 50_000),
    typing: await measureTyping(browser),
    sizes: await measureSizes(),
  };
  const version = browser.version();
  await browser.close();
  await mkdir(FOLDER, { recursive: true });
  for (const [name, chart] of Object.entries(chartsOf(measured))) {
    await writeFile(`${FOLDER}/${name}`, chart);
  }
  return pageOf(measured, version);
}
