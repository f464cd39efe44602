import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { action, button, openBrowser, openFrameStage, settle } from './harness.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const HTML = '<button style="margin:20px">Save</button>';
const SAVE = action('save', button('Save'));

test('a child frame that is seen points and rings in itself', async () => {
  const stage = await openFrameStage(browser, HTML, 'width=800 height=500');
  await stage.order({ actions: [SAVE] });
  await settle(stage.page);

  expect(await stage.sent('hello')).toMatchObject([{ top: false, frameName: 'It.ReactView' }]);
  expect(await stage.lastReport()).toMatchObject({ visible: true, pointing: { actionId: 'save' } });
  expect(await stage.ring()).not.toBeNull();
});

test.each([
  ['no size', 'width=0 height=0 style="border:0"'],
  ['no box', 'style="display:none"'],
  ['a place outside the page', 'width=800 height=500 style="position:absolute;left:-3000px"'],
])(
  'a child frame with %s says that it cannot be seen, and rings nothing',
  async (_, attributes) => {
    const stage = await openFrameStage(browser, HTML, attributes);
    await stage.order({ actions: [SAVE] });
    await stage.page.waitForTimeout(200);

    expect(await stage.lastReport()).toMatchObject({ visible: false, sightings: [] });
    expect(await stage.ring()).toBeNull();
  },
);

test('a warmed-up frame points as soon as it is brought in, and stops when it is put away', async () => {
  const stage = await openFrameStage(browser, HTML, 'width=800 height=500 style="display:none"');
  await stage.order({ actions: [SAVE] });
  const show = async (display: string) => {
    await stage.page.evaluate((value) => {
      (document.querySelector('iframe') as HTMLElement).style.display = value;
    }, display);
    await stage.page.waitForTimeout(300);
  };
  await show('block');
  expect(await stage.lastReport()).toMatchObject({ visible: true, pointing: { actionId: 'save' } });
  await show('none');
  expect(await stage.lastReport()).toMatchObject({ visible: false });
});

test('a child frame tells when its control is near an edge where the panel may stand', async () => {
  const near = async (style: string) => {
    const stage = await openFrameStage(
      browser,
      `<button style="position:absolute;${style}">Save</button>`,
      'width=1800 height=500',
    );
    await stage.order({ actions: [SAVE] });
    await settle(stage.page);
    return (await stage.lastReport()).pointing?.near;
  };
  expect(await near('right:40px')).toBe('right');
  expect(await near('left:40px')).toBe('left');
  expect(await near('left:850px')).toBeUndefined();
});
