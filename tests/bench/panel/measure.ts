import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';
import { panelOf } from '../../../scripts/start/panel.ts';

/** What one load of a portal page cost and when something of ours could be read in it. */
export type Load = Readonly<{
  /** From the start of the navigation to the panel's first text. Absent: nothing of ours is shown. */
  shownMs?: number;
  /** From the start of the navigation to the first state of a step. */
  stateMs?: number;
  /** From the portal's `load` event; negative when the panel is there before it. */
  afterLoadMs?: number;
  /** JavaScript heap of the portal's tab, our isolated worlds included, after a collection. */
  tabHeapKb: number;
  /** JavaScript heap of our page in its own process. */
  panelHeapKb?: number;
}>;

/**
 * The simulated portal, and whatever of ours is in it, has nothing left to do after this. Until then
 * our page is left alone: the first look into a frame has the driver send a third of a megabyte of
 * script there. The floor's page is ready by the load event, ours would be held up while it starts.
 */
const QUIET_MS = 1_200;

/** Processor time of the main thread for the first page of a new tab, and for the one after it. */
export type MainThread = Readonly<{ firstMs: number; nextMs: number }>;

/**
 * Measures them, each from the start of the navigation until the page is quiet. In a tab that goes
 * on for long, memory and what was compiled for its pages make one browser differ from the next by
 * more than what is measured.
 *
 * @throws Error when a panel that `shows` says is to come is not there.
 */
export async function measureMainThread(
  context: BrowserContext,
  url: string,
  shows: boolean,
): Promise<MainThread> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // Before the driver looks into the page and its frames, which is work of theirs, too.
  const load = async () => {
    const sinceMs = (await metric(session, 'TaskDuration')) * 1_000;
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(QUIET_MS);
    return (await metric(session, 'TaskDuration')) * 1_000 - sinceMs;
  };
  const firstMs = await load();
  await page.goto('about:blank');
  const nextMs = await load();
  if (shows) await panelOf(page);
  await page.close();
  return { firstMs, nextMs };
}

/** Loads the page afresh and measures it; `shows` says whether a panel is to be waited for. */
export async function measureLoad(page: Page, url: string, shows: boolean): Promise<Load> {
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(QUIET_MS);
  const panel = shows ? await panelOf(page) : undefined;
  const portal = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    return { start: performance.timeOrigin, load: navigation?.loadEventStart ?? 0 };
  });
  const tabHeapKb = await heapKb(session);
  await session.detach();
  if (!panel) return { tabHeapKb };
  const shownMs = (await firstTextAt(panel)) - portal.start;
  return {
    shownMs,
    stateMs: (await firstStateAt(panel)) - portal.start,
    afterLoadMs: shownMs - portal.load,
    tabHeapKb,
    panelHeapKb: await frameHeapKb(page, panel),
  };
}

/** Every so many microseconds it is noted whose script runs. */
const SAMPLE_US = 100;

/**
 * Time in which a script of the extension, or what it called of the browser, held the main thread
 * of the portal's tab while the page loaded.
 */
export async function measureScript(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.send('Profiler.start');
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(QUIET_MS);
  await panelOf(page);
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  const ours = new Set<number>();
  for (const { id, callFrame, children = [] } of profile.nodes) {
    if (callFrame.url.startsWith('chrome-extension:')) ours.add(id);
    // Nodes come before what they call.
    if (ours.has(id)) for (const child of children) ours.add(child);
  }
  const deltas = profile.timeDeltas ?? [];
  const spent = (profile.samples ?? []).map((id, at) => (ours.has(id) ? (deltas[at] ?? 0) : 0));
  return spent.reduce((sum, one) => sum + one, 0) / 1_000;
}

/** Waymark remembers that its panel was opened; the floor has nobody to answer. */
const COLLAPSE = `chrome.runtime.sendMessage({ name: 'collapse', request: {} }).catch(() => undefined)`;

/**
 * How the chip is pressed. `hand`: as people do, who come to a button, then press it and let go.
 * `at-once`: all in one movement, which no hand does. `asleep`: at once, after the browser has ended
 * the background.
 */
export type Press = 'hand' | 'at-once' | 'asleep';

/** From the pointer's arrival to the press, and from there until it is let go; on the short side. */
const HAND = { comesMs: 100, holdsMs: 80 } as const;

/** From the press of the chip to the first state in the panel, on a page where it is closed. */
export async function measureOpening(page: Page, url: string, press: Press): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(QUIET_MS);
  const host = await page.waitForSelector('waymark-panel', { state: 'attached' });
  const box = await host.boundingBox();
  if (!box) throw new Error(`The chip has no box on ${page.url()}.`);
  if (press === 'asleep') await stopWorkers(page);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  if (press === 'hand') await page.waitForTimeout(HAND.comesMs);
  await page.mouse.down();
  if (press === 'hand') await page.waitForTimeout(HAND.holdsMs);
  await page.mouse.up();
  await page.waitForTimeout(QUIET_MS);
  const panel = await panelOf(page);
  const pressedAt = await page.evaluate(() => (window as unknown as Watched).pressedAt);
  // What was prepared out of sight gets its first frame when the panel opens.
  const openedMs = (await firstStateAt(panel)) - pressedAt;
  await panel.evaluate(COLLAPSE);
  return openedMs;
}

/** Ends the extension's background, as the browser does after half a minute without work. */
async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await page.waitForTimeout(200);
}

type Watched = Readonly<{ pressedAt: number; firstStateAt: number }>;

/**
 * Runs in every frame before its page does. Notes, in milliseconds since the epoch, when the portal
 * was pressed and when the first step stands in our page.
 */
export const WATCH = `
if (location.protocol === 'chrome-extension:') {
  new MutationObserver(() => {
    if (!document.querySelector('[data-step]') || 'firstStateAt' in window) return;
    requestAnimationFrame(() => {
      window.firstStateAt ??= performance.timeOrigin + performance.now();
    });
  }).observe(document, { childList: true, subtree: true });
} else {
  addEventListener('click', ({ timeStamp }) => {
    window.pressedAt = performance.timeOrigin + timeStamp;
  }, true);
}`;

/** Milliseconds since the epoch at which the frame had its first step drawn. */
function firstStateAt(panel: Frame): Promise<number> {
  return panel.evaluate(() => (window as unknown as Watched).firstStateAt);
}

/** Milliseconds since the epoch at which the frame first painted text. */
function firstTextAt(panel: Frame): Promise<number> {
  return panel.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return performance.timeOrigin + (paint?.startTime ?? Number.NaN);
  });
}

async function frameHeapKb(page: Page, panel: Frame): Promise<number> {
  const session = await page.context().newCDPSession(panel);
  await session.send('Performance.enable');
  const heap = await heapKb(session);
  await session.detach();
  return heap;
}

async function heapKb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await metric(session, 'JSHeapUsedSize')) / 1_000;
}

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}
