import { expect, test } from 'vitest';
import { partnerCenter } from '@/simulator/portals/partner-center/site.ts';
import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import { open } from './harness.ts';

const work365 = {
  firstName: 'Work 365',
  lastName: 'Integration',
  username: 'work365@fabrikam.example',
  roles: ['adminAgent', 'support'],
};
type Created = { id: string; password: string; roles: string[] };

test('a new user gets a password that is told once and must be changed', async () => {
  const { send, tenant } = open(partnerCenter);

  const answer = await send('POST', '/api/users', work365);

  expect(answer.status).toBe(201);
  const { id, password } = (await answer.json()) as Created;
  const user = tenant.truth.users.find((candidate) => candidate.id === id);
  expect(user).toMatchObject({ password, mustChangePassword: true, userType: 'Member' });
  expect(await (await send('GET', `/api/users/${id}`)).text()).not.toContain(password);
});

test('Graph sees a new admin agent only after the lag, then as a member of AdminAgents', async () => {
  const { send, tenant, graphLater } = open(partnerCenter);
  const { id } = (await (await send('POST', '/api/users', work365)).json()) as Created;
  const agents = (state: typeof tenant.truth) =>
    state.groups.find(({ displayName }) => displayName === 'AdminAgents')?.memberIds;

  expect(agents(tenant.truth)).toContain(id);
  expect(agents(tenant.seenByGraph)).not.toContain(id);
  const later = graphLater();
  expect(agents(later)).toContain(id);
  expect(later.users.some((user) => user.id === id)).toBe(true);
});

test('creating an agent leaves the audit rows Microsoft writes', async () => {
  const { send, audited, tenant } = open(partnerCenter);

  await send('POST', '/api/users', work365);

  expect(audited()).toEqual(['Add user', 'Add member to group']);
  expect(tenant.truth.directoryAudits[1]).toMatchObject({
    category: 'GroupManagement',
    initiatedBy: { user: { id: FABRIKAM.mira } },
    targetResources: [{ type: 'User' }, { type: 'Group', displayName: 'AdminAgents' }],
  });
});

test('changing roles joins and leaves the groups', async () => {
  const { send, tenant, audited } = open(partnerCenter);

  await send('PUT', `/api/users/${FABRIKAM.lind}/roles`, ['adminAgent']);

  const members = Object.fromEntries(
    tenant.truth.groups.map(({ displayName, memberIds }) => [displayName, memberIds]),
  );
  expect(members.AdminAgents).toContain(FABRIKAM.lind);
  expect(members.HelpdeskAgents).not.toContain(FABRIKAM.lind);
  expect(audited()).toEqual(['Add member to group', 'Remove member from group']);
});

test("a change of roles keeps directory roles that Partner Center doesn't list", async () => {
  const { send, tenant } = open(partnerCenter);
  const before = tenant.truth.users.find(({ id }) => id === FABRIKAM.okafor)?.roleTemplateIds;

  await send('PUT', `/api/users/${FABRIKAM.okafor}/roles`, ['salesAgent']);

  expect(tenant.truth.users.find(({ id }) => id === FABRIKAM.okafor)?.roleTemplateIds).toEqual(
    before,
  );
});

test.each([
  ['the username is taken', { ...work365, username: 'mira.berg@fabrikam.example' }],
  ['the domain is not verified', { ...work365, username: 'work365@elsewhere.example' }],
  ['the last name is missing', { ...work365, lastName: ' ' }],
  ['a role is unknown', { ...work365, roles: ['emperor'] }],
])('nobody is created when %s', async (_, wanted) => {
  const { send, tenant } = open(partnerCenter);

  expect((await send('POST', '/api/users', wanted)).status).toBe(400);
  expect(tenant.truth.users).toHaveLength(4);
});

test('a user without an administrator role cannot create users', async () => {
  const { send } = open(partnerCenter, { userId: FABRIKAM.lind });

  expect((await send('POST', '/api/users', work365)).status).toBe(403);
});

test('a deleted user leaves the directory and its groups', async () => {
  const { send, graphLater } = open(partnerCenter);

  await send('DELETE', `/api/users/${FABRIKAM.lind}`);

  expect(JSON.stringify(graphLater().groups)).not.toContain(FABRIKAM.lind);
});
