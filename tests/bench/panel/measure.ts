import type { CDPSession, Frame, Page } from 'playwright-core';
import { panelOf } from '../../../scripts/start/panel.ts';

/** What one load of a portal page cost and when something of ours could be read in it. */
export type Load = Readonly<{
  /** From the start of the navigation to the panel's first text. Absent: nothing of ours is shown. */
  shownMs?: number;
  /** From the start of the navigation to the first state of a step. */
  stateMs?: number;
  /** From the portal's `load` event; negative when the panel is there before it. */
  afterLoadMs?: number;
  /** Main thread of the portal's tab until it is quiet. */
  taskMs: number;
  /** JavaScript heap of the portal's tab, our isolated worlds included, after a collection. */
  tabHeapKb: number;
  /** JavaScript heap of our page in its own process. */
  panelHeapKb?: number;
}>;

const QUIET_MS = 2_500;

/** Loads the page afresh and measures it; `shows` says whether a panel is to be waited for. */
export async function measureLoad(page: Page, url: string, shows: boolean): Promise<Load> {
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url, { waitUntil: 'load' });
  const panel = shows ? await panelOf(page) : undefined;
  await page.waitForTimeout(QUIET_MS);
  const portal = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    return { start: performance.timeOrigin, load: navigation?.loadEventStart ?? 0 };
  });
  const taskMs = (await metric(session, 'TaskDuration')) * 1_000;
  const tabHeapKb = await heapKb(session);
  await session.detach();
  if (!panel) return { taskMs, tabHeapKb };
  const shownMs = (await firstTextAt(panel)) - portal.start;
  return {
    shownMs,
    stateMs: (await firstStateAt(panel)) - portal.start,
    afterLoadMs: shownMs - portal.load,
    taskMs,
    tabHeapKb,
    panelHeapKb: await frameHeapKb(page, panel),
  };
}

/** Waymark remembers that its panel was opened; the floor has nobody to answer. */
const COLLAPSE = `chrome.runtime.sendMessage({ name: 'collapse', request: {} }).catch(() => undefined)`;

/** From the press of the chip to the first state in the panel, on a page where it is closed. */
export async function measureOpening(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(QUIET_MS);
  const host = await page.waitForSelector('waymark-panel', { state: 'attached' });
  const box = await host.boundingBox();
  if (!box) throw new Error(`The chip has no box on ${page.url()}.`);
  const pressedAt = Date.now();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const panel = await panelOf(page);
  await page.waitForTimeout(300);
  const openedMs = (await firstStateAt(panel)) - pressedAt;
  await panel.evaluate(COLLAPSE);
  return openedMs;
}

/** Runs in every frame before its page does: notes when the first step stands in our page. */
export const WATCH_FOR_STATE = `
if (location.protocol === 'chrome-extension:') {
  new MutationObserver(() => {
    if (!document.querySelector('[data-step]') || 'firstStateAt' in window) return;
    requestAnimationFrame(() => {
      window.firstStateAt ??= performance.timeOrigin + performance.now();
    });
  }).observe(document, { childList: true, subtree: true });
}`;

/** Milliseconds since the epoch at which the frame had its first step drawn. */
function firstStateAt(panel: Frame): Promise<number> {
  return panel.evaluate(() => (window as unknown as { firstStateAt: number }).firstStateAt);
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
