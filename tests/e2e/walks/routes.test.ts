import { afterEach, describe, expect, test } from 'vitest';
import { panelOf, pressChip } from '@/scripts/start/panel.ts';
import { followRing, type Typed } from '@/scripts/start/robot.ts';
import { passSignIn } from '@/scripts/start/sign-in.ts';
import { ONE_TIME_CODE } from '@/simulator/identity/steps.ts';
import { totp } from '@/simulator/portals/my-sign-ins/totp.ts';
import type { TenantState, User } from '@/simulator/tenant/state.ts';
import type { PortalTraits } from '@/simulator/world.ts';
import { ask, openPortal, openWorld, ready, type World } from '../world.ts';

/** Somebody who only does what the ring says gets to the end of each way through the portals. */

const ENTRA = 'https://entra.microsoft.com/#view';
const MY_SIGN_INS = 'https://mysignins.microsoft.com';

let world: World | undefined;

afterEach(async () => {
  await world?.close();
  world = undefined;
});

const TYPED: Typed = [
  { field: /user principal|prinzipal/i, text: () => 'work365' },
  { field: /display name|anzeigename/i, text: () => 'Work 365 Integration' },
  { field: /^name/i, text: () => 'Work 365: MFA at every sign-in' },
];

async function open(scenario: string, look: Partial<PortalTraits> = {}): Promise<World> {
  world = await openWorld(scenario);
  Object.assign(world.simulator.world.traits, look);
  return world;
}

function account({ simulator, scenario }: World): User | undefined {
  return simulator.control.tenant.truth.users.find(
    ({ userPrincipalName }) => userPrincipalName === scenario.integrationAccount,
  );
}

function change({ simulator }: World, how: (state: TenantState) => void): void {
  simulator.control.tenant.change(how);
}

/** Follows the ring on one page until the tenant is as wanted. Returns the names it stood around. */
async function follow(
  { page }: World,
  until: () => boolean,
  more: { typed?: Typed; onRing?: () => Promise<void> } = {},
): Promise<string[]> {
  const names: string[] = [];
  await followRing(page, {
    panel: () => panelOf(page),
    typed: [...TYPED, ...(more.typed ?? [])],
    onRing: async ({ name }) => {
      names.push(name);
      await more.onRing?.();
    },
    until: async () => until(),
    patienceMs: 6_000,
  });
  return names;
}

describe.each([
  { language: 'en', labelGeneration: 'current' },
  { language: 'de', labelGeneration: 'older' },
] as const)('in $language, $labelGeneration labels', (look) => {
  test('the account is created in Entra, in the group AdminAgents', {
    timeout: 120_000,
  }, async () => {
    const at = await open('walk', look);
    await ready(at);
    await ask(at.own, 'openStep', { stepId: 'account-exists' });
    await openPortal(
      at,
      `${ENTRA}/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers/menuId/AllUsers`,
    );
    const names = await follow(at, () => Boolean(account(at)));

    const { groups } = at.simulator.control.tenant.truth;
    const agents = groups.find(({ displayName }) => displayName === 'AdminAgents');
    expect(agents?.memberIds).toContain(account(at)?.id);
    // New user, its menu, two fields, the tab, the group in three, review, create.
    expect(names.length).toBe(10);
  });

  test('MFA is enforced on the account itself', { timeout: 120_000 }, async () => {
    const at = await open('ready', look);
    change(at, ({ policies }) => {
      for (const policy of policies) policy.state = 'disabled';
    });
    await ready(at);
    await ask(at.own, 'openStep', { stepId: 'mfa-required' });
    await openPortal(
      at,
      `${ENTRA}/Microsoft_AAD_IAM/MultifactorAuthenticationConfig.ReactView/tabId/users`,
    );
    const names = await follow(at, () => account(at)?.perUserMfaState === 'enforced');

    expect(account(at)?.perUserMfaState).toBe('enforced');
    expect(names.length).toBe(3);
  });
});

describe('the integration account registers an app', () => {
  test.each([
    ['by tiles', 'current', 'security-info'],
    ['by the older list', 'older', 'security-info'],
    ['by tiles, where a sign-in demands it', 'current', 'register'],
    ['by the older list, where a sign-in demands it', 'older', 'register'],
  ] as const)('%s', { timeout: 120_000 }, async (_, labelGeneration, path) => {
    const at = await open('ready', { labelGeneration });
    change(at, (state) => {
      for (const policy of state.policies) policy.state = 'disabled';
      for (const user of state.users)
        user.methods = user.methods.filter(({ type }) => type === 'password');
    });
    await registerAt(at, path);

    expect(account(at)?.methods.map(({ type }) => type)).toContain('softwareOath');
  });
});

async function registerAt(at: World, path: 'security-info' | 'register'): Promise<void> {
  const { own, page, scenario, simulator } = at;
  await ask(own, 'lookAround');
  await ask(own, 'answer', { question: 'partnerTier', value: 'direct' });
  await ask(own, 'answer', { question: 'integrationAccount', value: scenario.integrationAccount });
  await ask(own, 'openStep', { stepId: 'mfa-registered' });
  await page.goto(`${MY_SIGN_INS}/${path}`);
  await passSignIn(page, {
    username: scenario.integrationAccount,
    password: account(at)?.password ?? '',
    code: () => ONE_TIME_CODE,
  });
  await page.goto(`${MY_SIGN_INS}/${path}`);
  await page.waitForSelector('waymark-panel', { state: 'attached' });
  if (!page.frames().some((frame) => frame.url().includes('panel.html'))) await pressChip(page);
  const confirm = (await panelOf(page)).locator('[data-action="confirm-account"]');
  await page.waitForTimeout(800);
  if (await confirm.count()) await confirm.first().click();
  if (path === 'register') await choosesAnother(at);
  let secret = '';
  await follow(
    at,
    () => account(at)?.methods.some(({ type }) => type === 'softwareOath') ?? false,
    {
      typed: [{ field: /code/i, text: () => totp(secret, simulator.world.clock.nowMs()) }],
      onRing: async () => {
        const shown = (await page.locator('.secret').allTextContents())[0];
        secret = shown?.replaceAll(' ', '') ?? secret;
      },
    },
  );
}

/** In an interrupted sign-in the picker is one screen off the straight way. */
async function choosesAnother({ page }: World): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('button', { name: 'I want to set up a different method' }).click();
}
