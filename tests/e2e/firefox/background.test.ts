import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panelOf } from '@/scripts/start/panel.ts';
import { waitForRing } from '@/scripts/start/ring.ts';
import { filesWithTokens } from '../disk.ts';
import { ask, openPortal, ready, stateOf, view, type World } from '../world.ts';
import { openFirefoxWorld } from './world.ts';

const HOME = 'https://partner.microsoft.com/dashboard/home';
/** As short as Firefox takes it without counting a sign-in window as idleness. */
const IDLE_MS = 3000;

let world: World;

beforeAll(async () => {
  world = await openFirefoxWorld('walk', {
    preferences: { 'extensions.background.idle.timeout': IDLE_MS },
  });
  await ready(world);
});
afterAll(() => world?.close());

/** Whether the event page is in memory; asking does not wake it. */
function isAwake(): Promise<boolean> {
  return world.own.evaluate(() =>
    chrome.extension.getViews().some(({ location }) => location.pathname.includes('background')),
  );
}

async function fallAsleep(): Promise<void> {
  await expect.poll(isAwake, { timeout: 40_000, interval: 500 }).toBe(false);
}

const authorizations = () =>
  world.simulator.control.seen().filter(({ path }) => path.includes('/authorize?'));

test('no token is found anywhere in the browser’s profile on disk', async () => {
  expect(await filesWithTokens(world)).toEqual([]);
});

describe('an event page that fell asleep', () => {
  test('wakes to a message with everything it knew', async () => {
    const before = await view(world.own);
    await fallAsleep();
    const after = await view(world.own);

    expect(after.signIn).toEqual(before.signIn);
    expect(after.answers).toEqual(before.answers);
    expect(after.steps.map(({ state }) => state)).toEqual(before.steps.map(({ state }) => state));
    expect(after.steps.map(({ state }) => state)).toContain('done');
  });

  test('signs in again without a window, since its token was lost with it', async () => {
    await fallAsleep();
    const pages = world.profile.context.pages().length;
    const before = authorizations().length;
    await ask(world.own, 'checkNow');

    expect(await stateOf(world.own, 'your-roles')).toBe('done');
    const silent = authorizations().slice(before);
    expect(silent.length).toBeGreaterThan(0);
    for (const { path } of silent) expect(path).toContain('prompt=none');
    expect(world.profile.context.pages().length).toBe(pages);
  });

  test('goes on guiding: the ring is there, and the docked panel hears of a change', async () => {
    await ask(world.own, 'openStep', { stepId: 'account-exists' });
    await openPortal(world, HOME);
    expect((await waitForRing(world.page, 20_000))?.name).toBeTruthy();
    await fallAsleep();
    await ask(world.own, 'openStep', { stepId: 'work365-values' });
    const docked = await panelOf(world.page);

    await docked.waitForSelector('[data-step="work365-values"][aria-current="step"]', {
      timeout: 10_000,
    });
  });
});
