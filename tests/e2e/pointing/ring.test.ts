import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { action, type Box, boxFor, button, openBrowser, openStage, settle } from './harness.ts';

const GAP_PX = 5;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

function around({ x, y, width, height }: Box): Box {
  return { x: x - GAP_PX, y: y - GAP_PX, width: width + 2 * GAP_PX, height: height + 2 * GAP_PX };
}

function expectAround(ring: Box | null, target: Box): void {
  expect(ring).not.toBeNull();
  for (const [side, px] of Object.entries(around(target))) {
    expect(Math.abs((ring as Box)[side as keyof Box] - px), side).toBeLessThan(0.6);
  }
}

test('the ring is the control’s box and a constant gap', async () => {
  const stage = await openStage(
    browser,
    '<button id=t style="margin:40px">Add user</button><button>Delete</button>',
  );
  await stage.order({ actions: [action('add', button('Add user'))] });

  expectAround(await stage.ring(), await boxFor(stage.page, '#t'));
  expect(await stage.part('.label')).toMatchObject({ text: 'Select Add user', side: 'right' });
  expect(await stage.lastReport()).toMatchObject({
    visible: true,
    pointing: { actionId: 'add', inView: true, tiny: false },
  });
});
