import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { passSignIn } from '@/scripts/start/sign-in.ts';
import { ONE_TIME_CODE } from '@/simulator/identity/steps.ts';
import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import {
  ask,
  connect,
  keyboard,
  killWorker,
  openWorld,
  signIn,
  stateOf,
  view,
  type World,
} from './world.ts';

const CLAIMS = Buffer.from('{"access_token":{"nbf":{"essential":true,"value":"1"}}}');

let world: World;

beforeAll(async () => {
  world = await openWorld('ready');
});
afterAll(() => world.close());

async function beginSignIn(): Promise<Readonly<{ window: Page; done: Promise<unknown> }>> {
  const opening = world.profile.context.waitForEvent('page');
  const done = ask(world.own, 'signIn');
  const window = await opening;
  await window.waitForLoadState('domcontentloaded');
  return { window, done };
}

function tokenRequests() {
  const { seen } = world.simulator.control;
  return seen().filter(({ method, path }) => method === 'POST' && path.includes('/token'));
}

/** Ends the document that holds the sign-in library, tokens and all. */
function killSignInDocument(): Promise<void> {
  return world.own.evaluate(() => chrome.offscreen.closeDocument());
}

describe('signing in with the built extension', () => {
  beforeAll(() => connect(world));
  beforeEach(async () => {
    await ask(world.own, 'signOut');
    await world.profile.context.clearCookies();
    world.simulator.control.scenario('ready');
  });

  test('ends with the account, whose token came to the extension’s own origin', async () => {
    await signIn(world);
    expect((await view(world.own)).signIn).toMatchObject({
      status: 'signed-in',
      username: keyboard(world).username,
      tenantId: FABRIKAM.tenant,
    });
    const origins = tokenRequests().map(({ origin }) => origin);
    expect(origins).toEqual([`chrome-extension://${world.profile.extensionId}`]);
  });

  test('works at once after a window that was closed', async () => {
    const { window, done } = await beginSignIn();
    await window.close();
    await done;
    expect((await view(world.own)).signInProblem?.id).toBe('sign-in.cancelled');
    await signIn(world);
    const after = await view(world.own);
    expect(after.signIn.status).toBe('signed-in');
    expect(after.signInProblem).toBeUndefined();
  });

  test('says in words that the permissions were declined', async () => {
    const { window, done } = await beginSignIn();
    await passSignIn(window, { ...keyboard(world), stopAt: '[data-scope]' });
    await window.locator('#idBtn_Back').click();
    await done;
    const after = await view(world.own);
    expect(after.signIn.status).toBe('signed-out');
    expect(after.signInProblem?.id).toBe('sign-in.aadsts.65004');
  });

  test('tells somebody who may not consent that an administrator must', async () => {
    world.simulator.control.tenant.truth.policies = [];
    const { window, done } = await beginSignIn();
    const theo = { ...keyboard(world), username: 't.moreau@fabrikam.example' };
    await passSignIn(window, { ...theo, stopAt: '#error-code' });
    await window.locator('#idBtn_Back').click();
    await done;
    expect((await view(world.own)).signInProblem?.id).toBe('sign-in.aadsts.90094');
  });

  test('renews its token when Graph demands it, with a refresh token that works once', async () => {
    await signIn(world);
    await ask(world.own, 'checkNow');
    const before = tokenRequests().length;
    for (const round of [1, 2]) {
      world.simulator.control.fault({
        match: 'POST graph.microsoft.com/*/$batch',
        times: 1,
        respond: {
          status: 401,
          headers: {
            'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${CLAIMS.toString('base64')}"`,
          },
          body: { error: { code: 'InvalidAuthenticationToken', message: 'Continuous access' } },
        },
      });
      await ask(world.own, 'checkNow');
      expect(await stateOf(world.own, 'account-exists')).not.toContain('signed-out');
      expect(tokenRequests().length).toBe(before + round);
    }
    expect(tokenRequests().every(({ status }) => status === 200)).toBe(true);
  });

  test('survives the loss of the worker and of the document with the tokens, without a window', async () => {
    await signIn(world);
    await killWorker(world);
    await killSignInDocument();
    const pages = world.profile.context.pages().length;
    await ask(world.own, 'checkNow');
    expect(await stateOf(world.own, 'your-roles')).toBe('done');
    expect((await view(world.own)).signIn.status).toBe('signed-in');
    expect(world.profile.context.pages().length).toBe(pages);
  });

  test('asks to sign in again, and opens nothing, when Microsoft’s session is gone too', async () => {
    await signIn(world);
    await killSignInDocument();
    await world.profile.context.clearCookies();
    const pages = world.profile.context.pages().length;
    await ask(world.own, 'checkNow');
    expect(await stateOf(world.own, 'your-roles')).toBe('cannot-tell signed-out');
    expect(world.profile.context.pages().length).toBe(pages);
  });

  test('forgets the account on sign-out', async () => {
    await signIn(world);
    await ask(world.own, 'signOut');
    expect((await view(world.own)).signIn.status).toBe('signed-out');
    const before = tokenRequests().length;
    await ask(world.own, 'checkNow');
    expect(tokenRequests().length).toBe(before);
  });
});

test('an account of another organisation is stopped by Microsoft, and nothing is recorded', async () => {
  const other = await openWorld('wrong-tenant');
  try {
    await connect(other);
    await ask(other.own, 'saveSettings', { tenantId: FABRIKAM.tenant });
    const opening = other.profile.context.waitForEvent('page');
    const done = ask(other.own, 'signIn');
    const window = await opening;
    await window.waitForLoadState('domcontentloaded');
    const jonas = { ...keyboard(other), code: () => ONE_TIME_CODE };
    await passSignIn(window, { ...jonas, stopAt: '#exceptionMessageContainer' });
    expect(await window.locator('#exceptionMessageContainer').textContent()).toContain(
      'AADSTS50020',
    );
    await window.close();
    await done;
    expect((await view(other.own)).signIn.status).toBe('signed-out');
  } finally {
    await other.close();
  }
});
