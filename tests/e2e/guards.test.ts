import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStep, panelOf } from '@/scripts/start/panel.ts';
import { findRing, waitForRing } from '@/scripts/start/ring.ts';
import { passSignIn } from '@/scripts/start/sign-in.ts';
import { NORTHWIND } from '@/simulator/scenarios/ids.ts';
import { ask, openPortal, openWorld, ready, stateOf, view, type World } from './world.ts';

const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';
const HOME = 'https://partner.microsoft.com/dashboard/home';

let world: World;

beforeAll(async () => {
  world = await openWorld('nothing-registered');
  await ready(world);
});
afterAll(() => world?.close());

/** Long enough for a ring that should not come: the walk's come within half a second. */
async function ringAfterAll(): Promise<unknown> {
  await world.page.waitForTimeout(2000);
  return findRing(world.page);
}

function banner(panel: Frame): Promise<string> {
  return panel.locator('[data-banner="guard"]').first().innerText();
}

describe('where the integration account registers its method', () => {
  let panel: Frame;

  test('somebody else’s page is warned of before anything is pointed at', async () => {
    await ask(world.own, 'openStep', { stepId: 'mfa-registered' });
    panel = await openPortal(world, SECURITY_INFO);
    await panel.waitForSelector('text=signed in as somebody else');
    const { guard } = await view(world.own);
    expect(guard).toMatchObject({
      kind: 'wrong-account',
      needed: world.scenario.integrationAccount,
    });
    expect(await ringAfterAll()).toBeUndefined();
  });

  test('the warning says which window to use, and hands over a link for it', async () => {
    const text = await banner(panel);
    expect(text).toMatch(/private window/i);
    expect(text).toContain(world.scenario.integrationAccount);
    expect(await panel.locator('[data-action="copy-link"]').first().isVisible()).toBe(true);
  });

  test('no word of the administrator’s overrules what the page shows', async () => {
    expect(await panel.locator('[data-action="confirm-account"]').count()).toBe(0);
    await ask(world.own, 'confirmAccount');
    expect(await ringAfterAll()).toBeUndefined();
    await ask(world.own, 'checkNow');
    expect(await stateOf(world.own, 'mfa-registered')).toBe('not-done');
  });

  test('the right account’s page is pointed at', async () => {
    const { page, profile, scenario } = world;
    const account = scenario.accounts.find(
      ({ username }) => username === scenario.integrationAccount,
    );
    await profile.context.clearCookies();
    await page.goto(SECURITY_INFO);
    await passSignIn(page, {
      username: account?.username ?? '',
      password: account?.password ?? '',
    });
    await panelOf(page);
    const ring = await waitForRing(page, 15_000);
    expect(ring?.name).toBeTruthy();
    expect((await view(world.own)).guard).toBeUndefined();
  });
});

describe('a portal address that names another tenant', () => {
  test('is warned of, nothing is pointed at and nothing is proved', async () => {
    const { own, profile, scenario } = world;
    await profile.context.clearCookies();
    // Of an account that has yet to be created; a step that is done is not pointed at.
    const created = { question: 'integrationAccount', value: scenario.integrationAccount };
    const [, domain] = created.value.split('@');
    await ask(own, 'answer', { ...created, value: `not-yet@${domain}` });
    await ask(own, 'checkNow');
    await ask(own, 'openStep', { stepId: 'account-exists' });
    await openPortal(world, HOME);
    expect(await waitForRing(world.page, 15_000)).toBeDefined();
    const states = async () => (await view(world.own)).steps.map(({ state }) => state);
    const before = await states();

    const panel = await openPortal(world, `${HOME}?tenant=${NORTHWIND.tenant}`);
    await panel.waitForSelector('text=belongs to another tenant');

    expect(await ringAfterAll()).toBeUndefined();
    expect(await banner(panel)).toContain(NORTHWIND.tenant);
    expect(await panel.locator('[data-action="check-now"]').getAttribute('aria-disabled')).toBe(
      'true',
    );
    const { steps } = await view(world.own);
    expect(steps.filter(({ state, by }) => state === 'done' && by === 'graph')).toEqual([]);
    expect(steps.filter(({ reason }) => reason === 'wrong-tenant').length).toBeGreaterThan(9);

    await openPortal(world, HOME);
    expect(await states()).toEqual(before);
    await ask(own, 'answer', created);
  });
});

describe('the consents in Work 365, which no script of ours sees', () => {
  test('say before the word is given which consent belongs in which window', async () => {
    const panel = await openPortal(world, HOME);
    await openStep(panel, 'consent-order');
    const card = panel.locator('#card-consent-order');
    const words = await card.innerText();

    expect(words).toMatch(/admin consent in this window/);
    expect(words).toMatch(/user consent in a private window, as the integration account/);
    expect(words.indexOf('private window')).toBeLessThan(words.indexOf('I gave both consents'));
    expect(await stateOf(world.own, 'consent-order')).toBe('not-done');
  });

  test('are never green by Graph, only by the administrator’s word', async () => {
    await ask(world.own, 'checkNow');
    expect(await stateOf(world.own, 'consent-order')).toBe('not-done');
    await ask(world.own, 'attest', { stepId: 'consent-order' });
    const { steps } = await view(world.own);
    expect(steps.find(({ id }) => id === 'consent-order')).toMatchObject({
      state: 'done',
      by: 'admin',
    });
  });
});
