import { afterAll, beforeAll, expect, test } from 'vitest';
import { picture, THEMES } from '@/scripts/pictures/sets.ts';
import { openStage, type Stage, turnTo } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Views that together hold every kind of part. */
const TELLING = ['admin-agent', 'wait', 'role-missing', 'wrong-account', 'regressed', 'finished'];

const KEPT = [
  'color',
  'background-color',
  'border-top-color',
  'border-top-width',
  'border-radius',
  'font-size',
  'font-weight',
  'padding',
  'gap',
] as const;

/** One line for each kind of element, with the styles that make its look. */
function looks(kept: readonly string[]): string[] {
  const nameOf = (one: Element) => {
    const state = one.closest<HTMLElement>('[data-step]')?.dataset.state;
    const name = one.tagName.toLowerCase() + [...one.classList].map((part) => `.${part}`).join('');
    return state && one.closest('.row, .mark, [data-step]') ? `${name} in ${state}` : name;
  };
  const lines = [...document.querySelectorAll('#app *')]
    .filter((one) => one.namespaceURI === 'http://www.w3.org/1999/xhtml' && one.classList.length)
    .map((one) => {
      const style = getComputedStyle(one);
      return `${nameOf(one)}: ${kept.map((name) => style.getPropertyValue(name)).join(' | ')}`;
    });
  return [...new Set(lines)];
}

/**
 * The look of all parts of the panel in one theme, as text: what a change of a token or a rule does
 * shows as a difference of lines. Colours, sizes and spaces only: these are the same on every
 * machine, while pictures differ with its fonts.
 */
test('the parts of the panel look in every theme as they were approved', async () => {
  const lines = new Map(THEMES.map((theme) => [theme, new Set<string>()]));
  for (const view of TELLING) {
    const page = await stage.open(picture(view, { theme: 'light', language: 'en', widthPx: 400 }));
    for (const theme of THEMES) {
      await turnTo(page, theme);
      for (const line of await page.evaluate(looks, KEPT)) lines.get(theme)?.add(line);
    }
    await page.close();
  }
  for (const [theme, found] of lines) {
    const text = `${KEPT.join(' | ')}\n${[...found].sort().join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(`looks/${theme}.txt`);
  }
});
