import { afterAll, beforeAll, expect, test } from 'vitest';
import { passSignIn } from '@/scripts/start/sign-in.ts';
import { ask, connect, keyboard, openWorld, stateOf, view, type World } from './world.ts';

const OPENID = ['openid', 'profile', 'email', 'offline_access'];

let world: World;

beforeAll(async () => {
  world = await openWorld('ready');
  await connect(world);
  await ask(world.own, 'saveSettings', { permissions: 'basic' });
});
afterAll(() => world.close());

/** Signs in, for a step or at all, accepts, and tells which permissions Microsoft's page named. */
async function allow(request: object): Promise<string[]> {
  const opening = world.profile.context.waitForEvent('page');
  const done = ask(world.own, 'signIn', request);
  const window = await opening;
  await window.waitForLoadState('domcontentloaded');
  await passSignIn(window, { ...keyboard(world), stopAt: '[data-scope]' });
  const items = await window.locator('[data-scope]').all();
  const named = await Promise.all(items.map((item) => item.getAttribute('data-scope')));
  await window.locator('#idSIButton9').click();
  await done;
  return named.flatMap((scope) => (scope && !OPENID.includes(scope) ? [scope] : [])).sort();
}

test('basic permissions see what a user may grant; one step more asks for one permission more', async () => {
  expect(await allow({})).toEqual([
    'LicenseAssignment.Read.All',
    'Policy.Read.ConditionalAccess',
    'User.Read',
    'User.ReadBasic.All',
  ]);
  const { integrationAccount } = world.scenario;
  await ask(world.own, 'answer', { question: 'partnerTier', value: 'direct' });
  await ask(world.own, 'answer', { question: 'integrationAccount', value: integrationAccount });
  await ask(world.own, 'checkNow');

  expect(await stateOf(world.own, 'mfa-required')).toBe('done');
  expect(await stateOf(world.own, 'mfa-registered')).toBe('cannot-tell consent-required');
  const before = (await view(world.own)).steps.find(({ id }) => id === 'admin-agent');
  expect(before).toMatchObject({
    state: 'cannot-tell',
    reason: 'consent-required',
    grant: { scope: 'GroupMember.Read.All', adminConsent: true },
  });

  expect(await allow({ stepId: 'admin-agent' })).toEqual(['GroupMember.Read.All']);
  await ask(world.own, 'checkNow');

  expect(await stateOf(world.own, 'admin-agent')).toBe('done');
  expect(await stateOf(world.own, 'mfa-registered')).toBe('cannot-tell consent-required');
});
