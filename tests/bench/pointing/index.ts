import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
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
  const lookUps: LookUps[] = [];
  for (const nodes of SIZES) lookUps.push(await alone((browser) => measureLookUps(browser, nodes)));
  const measured: Measured = {
    lookUps,
    overhead: await alone(measureOverhead),
    waitingOnFewMs: await alone((browser) => measureWaitingOnFew(browser, 5_000)),
    tracking: await alone(measureTracking),
    appearing: await alone(measureAppearing),
    starting: await alone((browser) => measureStarting(browser, 20_000)),
    longTasks: await alone((browser) => measureLongTasks(browser, 50_000)),
    typing: await alone(measureTyping),
    sizes: await measureSizes(),
  };
  const version = await alone(async (browser) => browser.version());
  await mkdir(FOLDER, { recursive: true });
  for (const [name, chart] of Object.entries(chartsOf(measured))) {
    await writeFile(`${FOLDER}/${name}`, chart);
  }
  return pageOf(measured, version);
}

/** In a browser of its own: what others left there to be cleared is nobody's here. */
async function alone<Result>(measure: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await openBrowser();
  try {
    return await measure(browser);
  } finally {
    await browser.close();
  }
}
