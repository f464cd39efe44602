import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeOf, putMouseAway } from '@/scripts/start/hand.ts';
import { openStep, panelOf, press, pressChip } from '@/scripts/start/panel.ts';
import { findRing } from '@/scripts/start/ring.ts';
import { playWalkIn } from '../play.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
const panel = () => panelOf(world.page);

/** No mouse from here on, but on Microsoft's sign-in pages, which are not ours. */
beforeAll(async () => {
  world = await openWorld('walk');
  putMouseAway(world.page);
});
afterAll(() => world?.close());

test('the whole guide is walked with Tab, Enter, Space and the arrow keys', {
  timeout: 300_000,
}, async () => {
  let fromPanel = 0;
  const steps = await playWalkIn(world, async (picture) => {
    if (fromPanel === 3 || !picture.startsWith('partner center')) return;
    await press(await panel(), 'focus-target');
    await expect.poll(() => keyboardIsAt()).toBe('ring');
    fromPanel += 1;
  });

  const states = Object.fromEntries(steps.map(({ id, state }) => [id, state]));
  expect(states).toEqual(world.scenario.expected.steps);
  expect(fromPanel, 'controls of the portal reached with a button of the panel').toBe(3);
});

test('a step that was stated is taken back, and checked', async () => {
  const item = '[data-step="consent-order"]';
  await openStep(await panel(), 'consent-order');
  await press(await panel(), 'withdraw', item);
  await (await panel()).waitForSelector(`${item}[data-state="not-done"]`);
  await press(await panel(), 'check-now');
  await (await panel()).waitForSelector('[aria-busy="false"] [data-step]');
});

test('the panel is made a chip and opened again', async () => {
  await press(await panel(), 'collapse');
  await expect.poll(() => shown()).toBe('chip');
  await pressChip(world.page);
  await expect.poll(() => shown()).toBe('open');
});

async function keyboardIsAt(): Promise<string> {
  const ring = await findRing(world.page);
  return ring ? placeOf(ring) : 'no ring';
}

function shown(): Promise<string | null> {
  return world.page.locator('waymark-panel').getAttribute('data-show');
}
