import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { waitForRing } from '@/scripts/start/ring.ts';
import { startSimulator } from '@/simulator/index.ts';
import {
  ask,
  connect,
  killWorker,
  openPortal,
  openWorld,
  ready,
  reloadExtension,
  stateOf,
  switchOffAndOn,
  view,
  type World,
} from './world.ts';

const HOME = 'https://partner.microsoft.com/dashboard/home';

describe('a guide that is set up', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld('ready');
    await connect(world);
    await ready(world);
  });
  afterEach(() => world.simulator.control.clearFaults());
  afterAll(() => world?.close());

  async function nameTheAccount() {
    await ask(world.own, 'answer', {
      question: 'integrationAccount',
      value: world.scenario.integrationAccount,
    });
    await ask(world.own, 'checkNow');
    expect(await stateOf(world.own, 'account-exists')).toBe('done');
  }

  test('a malformed sign-in name is refused in words, and the answer before it stays', async () => {
    await ask(world.own, 'answer', { question: 'integrationAccount', value: 'not a name' });
    const after = await view(world.own);
    expect(after.notice?.id).toBe('notice.integrationAccount');
    expect(after.answers.integrationAccount).toBe(world.scenario.integrationAccount);
  });

  test('an unknown account is plainly not there', async () => {
    await ask(world.own, 'answer', {
      question: 'integrationAccount',
      value: 'nobody@fabrikam.example',
    });
    await ask(world.own, 'checkNow');
    expect(await stateOf(world.own, 'account-exists')).toBe('not-done');
    expect((await stateOf(world.own, 'admin-agent')).startsWith('done')).toBe(false);
  });

  test('an account of another tenant is named as such', async () => {
    await ask(world.own, 'answer', {
      question: 'integrationAccount',
      value: 'work365@northwind.example',
    });
    await ask(world.own, 'checkNow');
    const { steps } = await view(world.own);
    const step = steps.find(({ id }) => id === 'account-exists');
    expect([step?.state, step?.reason]).toEqual(['cannot-tell', 'wrong-tenant']);
    expect(step?.summary?.id).toMatch(/foreign-account/);
  });

  test('a network that goes away in mid-check takes no verdict with it', async () => {
    await nameTheAccount();
    world.simulator.control.fault({ match: '* graph.microsoft.com*', drop: true });
    await ask(world.own, 'checkNow');
    const { steps, offline } = await view(world.own);
    const step = steps.find(({ id }) => id === 'account-exists');
    expect(offline).toBe(true);
    expect(step).toMatchObject({ state: 'cannot-tell', reason: 'offline' });
    expect(step?.lastKnown?.state).toBe('done');
    world.simulator.control.clearFaults();
    await ask(world.own, 'checkNow');
    expect(await stateOf(world.own, 'account-exists')).toBe('done');
  });

  test('a network that goes away while answers are on their way is told, and comes back', async () => {
    world.simulator.control.fault({ match: '* graph.microsoft.com*', delayMs: 600, times: 1 });
    const checking = ask(world.own, 'checkNow');
    await expect.poll(async () => (await view(world.own)).busy).toBeDefined();
    world.simulator.control.fault({ match: '* graph.microsoft.com*', drop: true });
    await checking;
    const during = await view(world.own);
    expect(during.offline).toBe(true);
    expect(during.answers).toEqual(world.scenario.expected.answers);
    world.simulator.control.clearFaults();
    await ask(world.own, 'checkNow');
    expect((await view(world.own)).offline).toBe(false);
    expect(await stateOf(world.own, 'account-exists')).toBe('done');
  });
});

describe('when something goes wrong', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld('ready');
    await connect(world);
  });
  afterEach(() => world.close());

  test('a sign-in window that is closed leaves everything as it was, with a way on', async () => {
    const opening = world.profile.context.waitForEvent('page');
    const done = ask(world.own, 'signIn');
    const window = await opening;
    await window.waitForLoadState();
    await window.close();
    await done;
    const after = await view(world.own);
    expect(after.signIn.status).toBe('signed-out');
    expect(after.signInProblem?.id).toBe('sign-in.cancelled');
  });

  test('a worker stopped between any two messages loses nothing and asks nothing twice', async () => {
    await killWorker(world);
    await ready(world);
    await killWorker(world);
    const signIns = () =>
      world.simulator.control.seen().filter(({ path }) => path.includes('/authorize')).length;
    const before = signIns();
    expect(await stateOf(world.own, 'account-exists')).toBe('done');
    await killWorker(world);
    await ask(world.own, 'attest', { stepId: 'consent-order' });
    await killWorker(world);
    expect(await stateOf(world.own, 'consent-order')).toBe('done');
    await killWorker(world);
    await ask(world.own, 'checkNow');
    expect(await stateOf(world.own, 'admin-agent')).toBe('done');
    expect((await view(world.own)).signIn.status).toBe('signed-in');
    expect(signIns() - before).toBeLessThanOrEqual(1);
  });

  test('two portal tabs show the same truth', async () => {
    await ready(world);
    await openPortal(world, HOME);
    const second = await world.profile.context.newPage();
    await second.goto(HOME);
    await second.waitForSelector('waymark-panel', { state: 'attached' });
    const states = (await view(world.own)).steps.map(({ state }) => state);
    expect(states).toContain('done');
    await second.reload();
    await second.waitForSelector('waymark-panel', { state: 'attached' });
    expect((await view(world.own)).steps.map(({ state }) => state)).toEqual(states);
  });
});

describe('a portal page in the middle of a step', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld('walk');
    await ready(world);
  });
  afterAll(() => world?.close());

  test('is pointed at again after a reload', async () => {
    await openPortal(world, HOME);
    const before = await waitForRing(world.page, 15_000);
    await world.page.reload();
    const after = await waitForRing(world.page, 15_000);
    expect(after?.name).toBe(before?.name);
  });

  test.each([
    ['by the new version after the extension was reloaded', reloadExtension],
    ['again after the extension was switched off and on', switchOffAndOn],
  ])('is pointed at %s', async (_, change) => {
    await openPortal(world, HOME);
    await waitForRing(world.page, 15_000);
    const before = await world.page.locator('waymark-panel').elementHandle();
    await change(world);
    await world.page.waitForFunction(
      (old) => {
        const now = document.querySelector('waymark-panel');
        return now !== null && now !== old;
      },
      before,
      { timeout: 20_000 },
    );
    expect(await world.page.locator('waymark-panel').count()).toBe(1);
    const ring = await waitForRing(world.page, 15_000);
    expect(ring?.name).toMatch(/settings/i);
    expect(await world.page.locator('waymark-ring').count()).toBe(1);
  });
});

describe('the simulated tenant', () => {
  test('says which port is taken and what to do', async () => {
    const first = await startSimulator({ scenario: 'walk' });
    await expect(startSimulator({ scenario: 'walk', port: first.port })).rejects.toThrow(
      String(first.port),
    );
    await first.close();
  });
});
