import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Picture } from './sets.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const HEIGHT_PX = 940;

export type Fault = Readonly<{ picture: string; rule: string; where: string }>;

/** Opens the page that draws a picture, and waits until it is drawn. */
export async function openPicture(browser: Browser, url: string, picture: Picture): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: picture.widthPx, height: HEIGHT_PX },
    ...(picture.forced ? { forcedColors: 'active' as const } : {}),
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  await page.goto(`${url}${picture.page ?? 'index'}.html?${picture.query}`);
  await page.waitForSelector('html[data-ready]', { timeout: 20_000 });
  return page;
}

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.body')].some(
      (one) => one.scrollWidth > one.clientWidth,
    ),
  );
}

/** What axe finds wrong on the page as it is now, and whether anything scrolls sideways. */
export async function faultsOf(page: Page, name: string): Promise<readonly Fault[]> {
  const sideways = await scrollsSideways(page);
  const hasAxe = await page.evaluate(() => 'axe' in window);
  if (!hasAxe) await page.addScriptTag({ path: axePath });
  const found = await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window, untyped.
    const results = await (window as any).axe.run(document, { resultTypes: ['violations'] });
    return results.violations.flatMap((rule: { id: string; nodes: { html: string }[] }) =>
      rule.nodes.map((node) => ({ rule: rule.id, where: node.html.slice(0, 160) })),
    ) as { rule: string; where: string }[];
  });
  const faults = found.map((fault) => ({ picture: name, ...fault }));
  return sideways
    ? [...faults, { picture: name, rule: 'scrolls-sideways', where: 'html' }]
    : faults;
}
