import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picture } from '@/scripts/pictures/sets.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const at = (view: string) => picture(view, { theme: 'light', language: 'en', widthPx: 400 });

/** Where everything is that was there before and is there after. */
function places(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const named = document.querySelectorAll<HTMLElement>(
      'header, .blazes, .body, [data-step], [data-step] .row, .foot, .foot button, .count',
    );
    return Object.fromEntries(
      [...named].map((one, index) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const name = one.dataset.step ?? `${one.className || one.tagName} ${index}`;
        return [name, [x, y, width, height].map(Math.round).join(' ')];
      }),
    );
  });
}

async function shiftOf(page: Page, change: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.push((entry as PerformanceEntry & { value: number }).value);
      }
    }).observe({ type: 'layout-shift' });
  });
  await change();
  await page.waitForTimeout(400);
  return page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0),
  );
}

const follow = (page: Page, view: string) => page.evaluate((name) => window.showView?.(name), view);

test.each([
  ['a check begins', 'admin-agent', 'checking'],
  ['a check ends with the same verdict', 'checking', 'admin-agent'],
  ['the first check shows its progress', 'first-check', 'first-check'],
])('nothing moves when %s', async (_, before, after) => {
  const page = await stage.open(at(before));
  const there = await places(page);

  const shift = await shiftOf(page, () => follow(page, after));

  expect(await places(page)).toEqual(there);
  expect(shift).toBe(0);
  await page.close();
});

test('a countdown runs without moving anything', async () => {
  const page = await stage.open(at('wait'));
  const there = await places(page);
  const digits = await page.textContent('.count .big');

  const shift = await shiftOf(page, async () => {
    await page.evaluate(() => window.passTime?.(65_000));
    await page.waitForTimeout(1_200);
  });

  expect(await page.textContent('.count .big')).not.toBe(digits);
  expect(await places(page)).toEqual(there);
  expect(shift).toBe(0);
  await page.close();
});

test('a button that says “Copied” keeps its size', async () => {
  const page = await stage.open(at('hand-off'));
  const button = page.locator('[data-action="copy-link"]').first();
  const before = await button.boundingBox();

  await button.click();
  await page.waitForTimeout(100);

  expect(await button.boundingBox()).toEqual(before);
  await page.close();
});

test('a test of this kind sees a jump: a banner that comes pushes the steps down', async () => {
  const page = await stage.open(at('admin-agent'));

  const shift = await shiftOf(page, () => follow(page, 'offline'));

  expect(shift).toBeGreaterThan(0);
  await page.close();
});
