import { describe, expect, it } from 'vitest';
import {
  ACCOUNT_ID,
  ADMIN_ID,
  AGENTS_ID,
  ask,
  askAs,
  makeState,
  makeUser,
  makeWorld,
  NESTED_ID,
  P1_SKU,
} from './fixture.ts';

const UPN = 'work365@fabrikam.example';

describe('users', () => {
  it('come with the documented default properties and no more', async () => {
    const { body, status } = await ask()('GET', `/v1.0/users/${UPN}`);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(
      [
        '@odata.context',
        'businessPhones',
        'displayName',
        'givenName',
        'id',
        'jobTitle',
        'mail',
        'mobilePhone',
        'officeLocation',
        'preferredLanguage',
        'surname',
        'userPrincipalName',
      ].sort(),
    );
    expect(body['@odata.context']).toBe('https://graph.microsoft.com/v1.0/$metadata#users/$entity');
  });

  it('are cut to $select, and a property that does not exist is refused', async () => {
    const get = ask();
    const { body } = await get(
      'GET',
      `/v1.0/users/${ACCOUNT_ID}?$select=id,accountEnabled,assignedPlans`,
    );
    expect(body).toEqual({
      '@odata.context':
        'https://graph.microsoft.com/v1.0/$metadata#users(id,accountEnabled,assignedPlans)/$entity',
      id: ACCOUNT_ID,
      accountEnabled: true,
      assignedPlans: [
        {
          assignedDateTime: '2026-11-01T08:00:00Z',
          capabilityStatus: 'Enabled',
          service: 'AADPremiumService',
          servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
        },
      ],
    });
    const refused = await get('GET', `/v1.0/users/${ACCOUNT_ID}?$select=mfaEnabled`);
    expect([refused.status, refused.body.error.code]).toEqual([400, 'BadRequest']);
  });

  it('show a basic set, with the rest null, to User.ReadBasic.All', async () => {
    const get = ask({ scopes: ['User.ReadBasic.All'] });
    const { body } = await get('GET', `/v1.0/users/${UPN}?$select=id,accountEnabled,userType`);
    expect(body).toMatchObject({ id: ACCOUNT_ID, accountEnabled: null, userType: null });
  });

  it('are hidden from User.Read, except oneself', async () => {
    const get = ask({ scopes: ['User.Read'] });
    const other = await get('GET', `/v1.0/users/${UPN}`);
    expect([other.status, other.body.error.code]).toEqual([403, 'Authorization_RequestDenied']);
    const nobody = await get('GET', '/v1.0/users/nobody@fabrikam.example');
    expect(nobody.status).toBe(403);
    expect((await get('GET', '/v1.0/me')).body.id).toBe(ADMIN_ID);
  });

  it('that do not exist are 404 Request_ResourceNotFound', async () => {
    const { status, body } = await ask()('GET', '/v1.0/users/nobody@fabrikam.example');
    expect(status).toBe(404);
    expect(body.error.code).toBe('Request_ResourceNotFound');
  });

  it('appear only after the directory caught up with the portal', async () => {
    const world = makeWorld();
    const id = '11111111-0000-4000-8000-00000000000c';
    const added = makeUser({ id, userPrincipalName: 'new@fabrikam.example' });
    world.tenants[0]?.change((state) => state.users.push(added), 30_000);
    const get = askAs(world);
    expect((await get('GET', `/v1.0/users/${id}`)).status).toBe(404);
    world.clock.advance(30_000);
    expect((await get('GET', `/v1.0/users/${id}`)).status).toBe(200);
  });

  it('can be filtered by sign-in name, in pages', async () => {
    const users = Array.from({ length: 5 }, (_, index) =>
      makeUser({ id: `u${index}`, userPrincipalName: `agent${index}@fabrikam.example` }),
    );
    const get = ask({ state: { users: [...makeState().users, ...users] } });
    const filter = encodeURIComponent("startswith(userPrincipalName,'agent')");
    const first = await get('GET', `/v1.0/users?$filter=${filter}&$top=2&$select=id`);
    expect(first.body.value).toEqual([{ id: 'u0' }, { id: 'u1' }]);
    const next = String(first.body['@odata.nextLink']).replace('https://graph.microsoft.com', '');
    const second = await get('GET', next);
    expect(second.body.value).toEqual([{ id: 'u2' }, { id: 'u3' }]);
    const last = String(second.body['@odata.nextLink']).replace('https://graph.microsoft.com', '');
    const third = await get('GET', last);
    expect(third.body.value).toEqual([{ id: 'u4' }]);
    expect(third.body['@odata.nextLink']).toBeUndefined();
  });
});

describe('queries Graph does not take', () => {
  it.each([
    ["/v1.0/users?$filter=userPrincipalName ne 'x'", 'BadRequest'],
    ["/v1.0/users?$filter=endswith(mail,'x')", 'BadRequest'],
    ["/v1.0/users?$filter=department eq 'x'", 'Request_UnsupportedQuery'],
    ['/v1.0/users?$orderby=displayName', 'Request_UnsupportedQuery'],
    ['/v1.0/subscribedSkus?$top=1', 'Request_UnsupportedQuery'],
    ['/v1.0/users?$top=1000', 'Request_UnsupportedQuery'],
    ['/v1.0/users?$filter=userPrincipalName eq', 'BadRequest'],
    ['/v1.0/nothing/here', 'BadRequest'],
    ['/v1.0/security/partner/securityScore/requirements', 'BadRequest'],
    [`/v1.0/users/${ACCOUNT_ID}/authentication/requirements`, 'BadRequest'],
  ])('%s is 400 %s', async (path, code) => {
    const { status, body } = await ask()('GET', path);
    expect([status, body.error.code]).toEqual([400, code]);
  });
});

describe('groups', () => {
  it('are found by name without letter case', async () => {
    const filter = encodeURIComponent("displayName eq 'adminagents'");
    const { body } = await ask()('GET', `/v1.0/groups?$filter=${filter}&$select=id,displayName`);
    expect(body.value).toEqual([{ id: AGENTS_ID, displayName: 'AdminAgents' }]);
  });

  it('answer checkMemberGroups through other groups, with only the ids that match', async () => {
    const post = ask();
    const groupIds = [AGENTS_ID, '33333333-0000-4000-8000-000000000000'];
    const path = `/v1.0/users/${ACCOUNT_ID}/checkMemberGroups`;
    expect((await post('POST', path, { groupIds })).body.value).toEqual([AGENTS_ID]);
    const many = Array.from({ length: 21 }, (_, index) => String(index));
    expect((await post('POST', path, { groupIds: many })).status).toBe(400);
  });

  it('tell direct from nested membership, and survive a circle', async () => {
    const get = ask();
    const ids = async (path: string) =>
      (await get('GET', `/v1.0/users/${ACCOUNT_ID}/${path}`)).body.value.map(
        (item: { id: string }) => item.id,
      );
    expect(await ids('memberOf')).toEqual([NESTED_ID]);
    expect(new Set(await ids('transitiveMemberOf/microsoft.graph.group'))).toEqual(
      new Set([NESTED_ID, AGENTS_ID]),
    );
    const members = await get('GET', `/v1.0/groups/${AGENTS_ID}/transitiveMembers`);
    expect(members.body.value).toContainEqual(
      expect.objectContaining({ '@odata.type': '#microsoft.graph.user', id: ACCOUNT_ID }),
    );
  });

  it('name directory roles only to readers of roles; others see which template it is', async () => {
    const path =
      '/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole?$select=displayName,roleTemplateId';
    const roleTemplateId = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
    const plain = await ask({ scopes: ['User.Read'] })('GET', path);
    expect(plain.body.value).toEqual([{ displayName: null, roleTemplateId }]);
    const scopes = ['User.Read', 'RoleManagement.Read.Directory'];
    const named = await ask({ scopes })('GET', path);
    expect(named.body.value).toEqual([{ displayName: 'Global Reader', roleTemplateId }]);
  });

  it('show User.Read that there is a group, and not which', async () => {
    const state = makeState();
    state.groups[0]?.memberIds.push(ADMIN_ID);
    const { body } = await ask({ scopes: ['User.Read'], state })('GET', '/v1.0/me/memberOf');
    expect(body.value[0]).toMatchObject({ id: AGENTS_ID, displayName: null });
  });
});

describe('the tenant', () => {
  it('shows User.Read only its id, name and domains', async () => {
    const { body } = await ask({ scopes: ['User.Read'] })('GET', '/v1.0/organization');
    const [organization] = body.value;
    expect(organization).toMatchObject({ displayName: 'Fabrikam Cloud', partnerTenantType: null });
    expect(organization.countryLetterCode).toBeNull();
    expect(organization.verifiedDomains).toHaveLength(2);
  });

  it('counts the licences in use', async () => {
    const { body } = await ask()(
      'GET',
      '/v1.0/subscribedSkus?$select=skuId,consumedUnits,prepaidUnits',
    );
    expect(body.value).toEqual([
      {
        skuId: P1_SKU,
        consumedUnits: 1,
        prepaidUnits: { enabled: 5, suspended: 0, warning: 0, lockedOut: 0 },
      },
    ]);
  });

  it('names role assignments by principal', async () => {
    const scopes = ['RoleManagement.Read.Directory'];
    const path = `/v1.0/roleManagement/directory/roleAssignments?$filter=principalId eq '${ADMIN_ID}'`;
    const { body } = await ask({ scopes })('GET', path);
    expect(body.value).toMatchObject([
      { principalId: ADMIN_ID, roleDefinitionId: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451' },
    ]);
  });
});
