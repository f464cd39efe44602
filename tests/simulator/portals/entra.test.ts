import { expect, test } from 'vitest';
import { identityOf, keep } from '@/simulator/identity/state.ts';
import { entraFrameSite, entraSite } from '@/simulator/portals/entra/site.ts';
import { commonLabels } from '@/simulator/portals/labels/common.ts';
import { entraLabels } from '@/simulator/portals/labels/entra.ts';
import { entraPolicyLabels } from '@/simulator/portals/labels/entra-policy.ts';
import { partnerCenterLabels } from '@/simulator/portals/labels/partner-center.ts';
import { partnerRoleLabels } from '@/simulator/portals/labels/partner-roles.ts';
import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import { open } from './harness.ts';

const SHELL = 'https://entra.microsoft.com';
const FRAME = 'https://sandbox-1.reactblade.portal.azure.net';
const JSON_TYPE = { 'content-type': 'application/json' };

/** Both sites over Fabrikam; `ask` speaks to the frames' endpoints with a token from the shell. */
async function entra(userId: string = FABRIKAM.mira) {
  const { world, tenant, graphLater, audited } = open((w) => entraFrameSite.app(w));
  const { portalSessions } = identityOf(world);
  const sessionId = keep(portalSessions, {
    tenantId: tenant.id,
    userId,
    mfa: true,
    authTimeMs: Date.now(),
  });
  const shell = entraSite.app(world);
  const frames = entraFrameSite.app(world);
  const cookie = `.AspNet.Cookies=${sessionId}`;
  const asked = await shell.request(`${SHELL}/api/frame-token`, {
    method: 'POST',
    headers: { cookie },
  });
  const { token } = (await asked.json()) as { token: string };
  const ask = (method: string, path: string, body?: unknown, bearer = token) =>
    frames.request(`${FRAME}/api${path}`, {
      method,
      headers: { ...JSON_TYPE, authorization: `Bearer ${bearer}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const signOut = () => portalSessions.delete(sessionId);
  return { tenant, graphLater, audited, shell, frames, cookie, ask, signOut };
}

const policy = {
  displayName: 'Work 365: MFA every time',
  state: 'enabled',
  includeUsers: [FABRIKAM.accountant],
  includeGroups: [],
  includeRoles: [],
  includeApplications: ['All'],
  builtInControls: ['mfa'],
  signInFrequency: { interval: 'everyTime' },
};

test('a frame gets nothing without a token that the shell gave out', async () => {
  const { ask, frames, shell } = await entra();

  expect((await ask('GET', '/users', undefined, 'made-up')).status).toBe(401);
  expect((await frames.request(`${FRAME}/api/users`)).status).toBe(401);
  expect((await shell.request(`${SHELL}/api/frame-token`, { method: 'POST' })).status).toBe(401);
});

test('a frame token ends with the session it was given for', async () => {
  const { ask, signOut } = await entra();

  expect((await ask('GET', '/users')).status).toBe(200);
  signOut();
  expect((await ask('GET', '/users')).status).toBe(401);
});

test('only the portal may show the frames, and neither document allows inline code', async () => {
  const { shell, frames, cookie } = await entra();

  const top = (await shell.request(`${SHELL}/`, { headers: { cookie } })).headers;
  const inner = (await frames.request(`${FRAME}/ReactBlade/X/UsersList.ReactView`)).headers;

  const policies = [top, inner].map((headers) => headers.get('content-security-policy') ?? '');
  expect(policies[0]).toContain('frame-src https://*.reactblade.portal.azure.net');
  expect(policies[0]).toContain("frame-ancestors 'none'");
  expect(policies[1]).toContain(`frame-ancestors ${SHELL} https://portal.azure.com`);
  for (const csp of policies) {
    expect(csp).toContain("require-trusted-types-for 'script'");
    expect(csp).not.toMatch(/unsafe-/);
  }
});

test('no policy is created while security defaults are on', async () => {
  const { ask, tenant } = await entra();

  const refused = await ask('POST', '/policies', policy);

  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('You must first disable security defaults');
  expect(tenant.truth.policies).toEqual([]);
});

test('a created policy has Graph’s shape, reaches Graph after the lag, and is audited', async () => {
  const { ask, tenant, graphLater, audited } = await entra();

  await ask('PUT', '/properties/security-defaults', { enabled: false });
  expect((await ask('POST', '/policies', policy)).status).toBe(201);

  expect(tenant.seenByGraph.policies).toEqual([]);
  expect(graphLater().policies).toMatchObject([
    {
      displayName: policy.displayName,
      state: 'enabled',
      createdDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      conditions: {
        users: { includeUsers: [FABRIKAM.accountant], excludeUsers: [] },
        applications: { includeApplications: ['All'] },
        clientAppTypes: ['all'],
      },
      grantControls: { operator: 'OR', builtInControls: ['mfa'] },
      sessionControls: { signInFrequency: { isEnabled: true, frequencyInterval: 'everyTime' } },
    },
  ]);
  expect(audited()).toEqual(['Update security defaults', 'Add conditional access policy']);
});

test('security defaults cannot come back while a policy is on', async () => {
  const { ask, tenant } = await entra();
  await ask('PUT', '/properties/security-defaults', { enabled: false });
  const { id } = (await (await ask('POST', '/policies', policy)).json()) as { id: string };

  expect((await ask('PUT', '/properties/security-defaults', { enabled: true })).status).toBe(400);
  await ask('PATCH', `/policies/${id}`, { state: 'disabled' });
  expect((await ask('PUT', '/properties/security-defaults', { enabled: true })).status).toBe(200);
  expect(tenant.truth.securityDefaults).toBe(true);
  expect((await ask('PATCH', `/policies/${id}`, { state: 'enabled' })).status).toBe(400);
});

test.each([
  ['users', { includeUsers: [] }],
  ['resources', { includeApplications: [] }],
  ['controls', { builtInControls: [], signInFrequency: null }],
])('a policy without %s is refused', async (_missing, change) => {
  const { ask, tenant } = await entra();
  await ask('PUT', '/properties/security-defaults', { enabled: false });

  expect((await ask('POST', '/policies', { ...policy, ...change })).status).toBe(400);
  expect(tenant.truth.policies).toEqual([]);
});

test('a reader without the role changes nothing', async () => {
  const { ask, tenant } = await entra(FABRIKAM.lind);
  const before = structuredClone(tenant.truth);
  const ids = [FABRIKAM.accountant];

  const answers = [
    await ask('PUT', '/properties/security-defaults', { enabled: false }),
    await ask('POST', '/policies', policy),
    await ask('PUT', '/users/per-user-mfa', { ids, state: 'enforced' }),
    await ask('DELETE', `/users/${FABRIKAM.accountant}`),
  ];

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect(tenant.truth).toEqual(before);
});

test('a new user in AdminAgents is told its password once and is audited', async () => {
  const { ask, tenant, audited } = await entra();

  const answer = await ask('POST', '/users', {
    userPrincipalName: 'work365@fabrikam.example',
    displayName: 'Work 365 Integration',
    accountEnabled: true,
    groupIds: [FABRIKAM.adminAgents],
  });

  const { id, password } = (await answer.json()) as { id: string; password: string };
  const agents = tenant.truth.groups.find((group) => group.id === FABRIKAM.adminAgents);
  expect(agents?.memberIds).toContain(id);
  expect(tenant.truth.users.find((user) => user.id === id)).toMatchObject({ password });
  expect(await (await ask('GET', '/users')).text()).not.toContain(password);
  expect(audited()).toEqual(['Add user', 'Add member to group']);
});

test('per-user MFA turns from enabled to enforced by itself only where a method exists', async () => {
  const { ask, tenant } = await entra();
  const ids = [FABRIKAM.mira, FABRIKAM.accountant];

  await ask('PUT', '/users/per-user-mfa', { ids, state: 'enabled' });

  const state = (id: string) => tenant.truth.users.find((user) => user.id === id)?.perUserMfaState;
  expect(ids.map(state)).toEqual(['enforced', 'enabled']);
});

test('every label of Entra is spelled in six languages and defined once', () => {
  const sheets = [
    commonLabels,
    partnerCenterLabels,
    partnerRoleLabels,
    entraLabels,
    entraPolicyLabels,
  ];
  const keys = sheets.flatMap((sheet) => Object.keys(sheet));
  const spellings = Object.values({ ...entraLabels, ...entraPolicyLabels });

  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  for (const row of spellings) {
    expect(row).toHaveLength(6);
    expect(row.flat().every((text) => text.trim().length > 0)).toBe(true);
  }
});
