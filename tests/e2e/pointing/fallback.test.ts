import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { action, boxFor, button, openBrowser, openStage, type Stage, settle } from './harness.ts';

const GAP_PX = 5;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** What a browser makes of our style sheet and of a popover's source that knows neither. */
const WITHOUT_ANCHORS = `
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (css) {
    return replaceSync.call(this, css.replace(/anchor(-size)?\\(/g, 'unknown$1('));
  };
  const { showPopover } = HTMLElement.prototype;
  HTMLElement.prototype.showPopover = function () { return showPopover.call(this); };
`;

async function openOldStage(html: string): Promise<Stage> {
  const stage = await openStage(browser, html);
  await stage.inside(`(() => { ${WITHOUT_ANCHORS} })()`);
  return stage;
}

async function expectRingAndLabel(stage: Stage, selector: string): Promise<void> {
  const target = await boxFor(stage.page, selector);
  const [ring, label] = [await stage.ring(), await stage.part('.label')];
  expect(ring?.x).toBeCloseTo(target.x - GAP_PX, 0);
  expect(ring?.y).toBeCloseTo(target.y - GAP_PX, 0);
  expect(ring?.width).toBeCloseTo(target.width + 2 * GAP_PX, 0);
  expect(ring?.height).toBeCloseTo(target.height + 2 * GAP_PX, 0);
  // The label stands after the control's words, its middle at theirs.
  expect((label?.x ?? 0) - target.x - target.width).toBeCloseTo(12, 0);
  expect((label?.y ?? 0) + (label?.height ?? 0) / 2).toBeCloseTo(target.y + target.height / 2, 0);
}

const ADD = action('add', button('Add user'));

const PAGE =
  '<div id=s style="height:300px;width:500px;overflow:auto;margin:30px"><div id=above style="height:100px"></div><button id=t>Add user</button><div style="height:900px"></div></div>';

test('what stands in is needed: without it the ring is nowhere near', async () => {
  const stage = await openOldStage(PAGE);
  // Following writes these; everything else stays.
  await stage.inside('CSSStyleDeclaration.prototype.setProperty = () => {}; undefined');
  await stage.order({ actions: [ADD] });
  const target = await boxFor(stage.page, '#t');

  expect(Math.abs(((await stage.ring())?.y ?? 0) - target.y)).toBeGreaterThan(20);
});

test('a browser without anchors rings the control by following it: scrolled, shifted, transformed, replaced', async () => {
  const stage = await openOldStage(PAGE);
  const { page } = stage;
  await stage.order({ actions: [ADD] });
  await expectRingAndLabel(stage, '#t');

  await page.evaluate(() => document.querySelector('#s')?.scrollTo(0, 60));
  await settle(page);
  await expectRingAndLabel(stage, '#t');

  await page.evaluate(() =>
    document.querySelector<HTMLElement>('#above')?.style.setProperty('height', '160px'),
  );
  await settle(page);
  await expectRingAndLabel(stage, '#t');

  await page.evaluate(() => {
    const target = document.querySelector<HTMLElement>('#t');
    if (target) target.style.cssText = 'transition:transform .1s;transform:translateX(90px)';
  });
  await page.waitForTimeout(200);
  await settle(page);
  await expectRingAndLabel(stage, '#t');

  await page.evaluate(() => {
    const next = Object.assign(document.createElement('button'), {
      textContent: 'Add user',
      id: 't',
    });
    next.style.marginLeft = '30px';
    document.querySelector('#t')?.replaceWith(next);
  });
  await settle(page);
  await expectRingAndLabel(stage, '#t');
});

test('following asks for no frame while nothing moves', async () => {
  const stage = await openOldStage(PAGE);
  await stage.order({ actions: [ADD] });
  await stage.page.waitForTimeout(300);
  await stage.inside(`globalThis.asked = 0;
    const ask = requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (work) => { asked += 1; return ask(work); }; undefined`);
  await stage.page.waitForTimeout(300);

  expect(await stage.inside('asked')).toBe(0);
});
