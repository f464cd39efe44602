import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fault, faultsOf, HEIGHT_PX, scrollsSideways } from '@/scripts/pictures/look.ts';
import {
  LOOKED_AT,
  PAGE_WIDTHS,
  PAGES,
  PANEL_WIDTHS,
  type PageName,
  picture,
  THEMES,
} from '@/scripts/pictures/sets.ts';
import { VIEWS } from '@/tests/fixtures/views/index.ts';
import { openStage, type Stage, turnTo } from './stage.ts';

/** With the pseudo-languages: a third longer, and from right to left. */
const LANGUAGES = [...LOOKED_AT, 'en-XA', 'ar-XB'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/**
 * Every state in every theme. Language and width take turns, so that each state is seen in one of
 * them and all of them are seen; `npm run pictures` draws and checks the whole product of the four.
 */
async function faultsInAllThemes(
  view: string,
  turn: number,
  page?: PageName,
): Promise<readonly Fault[]> {
  const widths = page ? PAGE_WIDTHS : PANEL_WIDTHS;
  const language = LANGUAGES[turn % LANGUAGES.length] ?? 'en';
  const widthPx = widths[Math.floor(turn / LANGUAGES.length) % widths.length] ?? 400;
  const place = { theme: 'light', language, widthPx } as const;
  const shown = await stage.open(picture(view, place, page));
  const faults: Fault[] = [];
  for (const theme of THEMES) {
    await turnTo(shown, theme);
    faults.push(...(await faultsOf(shown, `${page ?? 'panel'} ${view}, ${theme}, ${language}`)));
  }
  const where = await wideAt(shown, page ? PAGE_SIZES : PANEL_SIZES);
  await shown.close();
  return [
    ...faults,
    ...where.map((size) => ({ picture: view, rule: 'scrolls-sideways', where: size })),
  ];
}

/** Text twice as large, and the narrowest window that must do: for the panel both at once. */
const PANEL_SIZES = [{ text: '200%', widthPx: 320 }];
const PAGE_SIZES = [
  { text: '100%', widthPx: 320 },
  { text: '200%', widthPx: 640 },
];

/** At which sizes of text and window something scrolls sideways. */
async function wideAt(shown: Page, sizes: typeof PANEL_SIZES): Promise<string[]> {
  const wide: string[] = [];
  for (const { text, widthPx } of sizes) {
    await shown.setViewportSize({ width: widthPx, height: HEIGHT_PX });
    await shown.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, text);
    if (await scrollsSideways(shown)) wide.push(`${text} at ${widthPx} px`);
  }
  return wide;
}

describe('the panel has no accessibility fault and no sideways scrolling', () => {
  test.each(Object.keys(VIEWS).map((view, turn) => [view, turn] as const))(
    '%s',
    async (view, turn) => {
      expect(await faultsInAllThemes(view, turn)).toEqual([]);
    },
  );
});

describe.each(Object.keys(PAGES) as PageName[])('nor has the %s page', (page) => {
  test.each(PAGES[page].map((view, turn) => [view, turn] as const))('%s', async (view, turn) => {
    expect(await faultsInAllThemes(view, turn, page)).toEqual([]);
  });
});
