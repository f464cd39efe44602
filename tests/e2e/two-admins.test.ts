import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProfile } from '@/scripts/start/browser.ts';
import { openStep } from '@/scripts/start/panel.ts';
import { killWorker, openWorld, ready, stateOf, view, type World } from './world.ts';

/** Of the ten minutes in which a changed policy takes hold; the rest passes while it is tested. */
const WAITED_MS = 9 * 60_000;
const WAIT = 'policy-settled';

let first: World;
let second: World;

/**
 * Two computers, one tenant, in which the account has registered no second factor yet. Its policy was
 * changed before anybody looked: a change that is watched happening would count from then.
 */
beforeAll(async () => {
  first = await openWorld('nothing-registered', { allowed: ['notifications'] });
  first.simulator.control.tenant.change(({ policies }) => {
    const changed = new Date(Date.now() - WAITED_MS).toISOString();
    for (const policy of policies) policy.modifiedDateTime = changed;
  }, 0);
  await ready(first);
}, 240_000);
afterAll(async () => {
  await second?.profile.close();
  await first?.close();
});

test('whoever waits asks to be told, leaves the guide, and the worker is stopped', async () => {
  expect(await stateOf(first.own, WAIT)).toBe('in-progress');
  const panel = await first.profile.context.newPage();
  await panel.goto(`${first.profile.origin}/panel.html`);
  await openStep(panel.mainFrame(), WAIT);
  await panel.locator('[data-action="tell-me"]').check();
  await expect.poll(async () => (await view(first.own)).tellsOf).toBe(WAIT);
  await panel.close();
  await watchNotifications();
  expect(await notifications()).toEqual([]);
  await killWorker(first);
});

test('who opens the guide on another computer sees the same truth, read from the tenant', {
  timeout: 240_000,
}, async () => {
  const { simulator } = first;
  const profile = await openProfile({ simulator, headless: true, theme: 'light' });
  const [page = await profile.context.newPage()] = profile.context.pages();
  const own = await profile.context.newPage();
  await own.goto(`${profile.origin}/options.html`);
  second = { ...first, profile, page, own };
  await ready(second);

  const there = await truth(second);

  expect(there).toContain('mfa-required: done by graph');
  expect(there).toContain('mfa-registered: not-done');
  expect(there).toEqual(await truth(first));
});

test('the one who waited is told, in front of no panel and with nothing pressed', {
  timeout: 150_000,
}, async () => {
  await expect.poll(notifications, { timeout: 120_000, interval: 500 }).toEqual(['end-of-wait']);
  expect(await stateOf(first.own, WAIT)).toBe('done');
});

/** From now on notes what the browser shows outside its pages: each goes away by itself. */
async function watchNotifications(): Promise<void> {
  await first.own.evaluate(() => {
    const seen: object = {};
    Object.assign(window, { seen });
    setInterval(async () => Object.assign(seen, await chrome.notifications.getAll()), 500);
  });
}

function notifications(): Promise<string[]> {
  return first.own.evaluate(() => Object.keys((window as unknown as { seen: object }).seen));
}

/** What Graph knows of each step but the one that changes with time; a statement is its giver's. */
async function truth({ own }: World): Promise<string[]> {
  const { steps } = await view(own);
  return steps
    .filter(({ id, by }) => id !== WAIT && by !== 'admin')
    .map(({ id, state, by }) => `${id}: ${state}${by ? ` by ${by}` : ''}`);
}
