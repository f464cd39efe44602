import { describe, expect, it } from 'vitest';
import { ROLE } from '../../../simulator/graph/roles.ts';
import { ACCOUNT_ID, ADMIN_ID, ask, askAs, makeState, makeWorld } from './fixture.ts';

const POLICIES = '/v1.0/identity/conditionalAccess/policies';
const SIGN_INS = '/v1.0/auditLogs/signIns';
const METHODS = `/v1.0/users/${ACCOUNT_ID}/authentication/methods`;
const SCORE = '/beta/security/partner/securityScore/requirements';
const REGISTRATION = `/v1.0/reports/authenticationMethods/userRegistrationDetails/${ACCOUNT_ID}`;

describe('a request', () => {
  it('without a good token is 401 InvalidAuthenticationToken with a challenge', async () => {
    const { status, body, headers } = await askAs(makeWorld(), 'stale')('GET', '/v1.0/me');
    expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(headers.get('WWW-Authenticate')).toContain('Bearer');
  });

  it('is answered with the headers a support case needs, readable across origins', async () => {
    const { headers } = await ask()('GET', '/v1.0/me');
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('client-request-id')).toBeTruthy();
    expect(headers.get('Date')).toBeTruthy();
    expect(headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
  });

  it('that fails says date and request id in innerError', async () => {
    const { body, headers } = await ask()('GET', '/v1.0/users/nobody');
    expect(body.error.innerError).toMatchObject({ 'request-id': headers.get('request-id') });
    expect(body.error.innerError.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  it.each([
    ['POST', '/v1.0/users'],
    ['PATCH', `/v1.0/users/${ACCOUNT_ID}`],
    ['DELETE', `/v1.0/users/${ACCOUNT_ID}`],
    ['PUT', '/v1.0/anything'],
    ['POST', `/v1.0/users/${ACCOUNT_ID}/revokeSignInSessions`],
    ['GET', '/v1.0/$batch'],
  ])('that would write is 405: %s %s', async (method, path) => {
    expect((await ask()(method, path)).status).toBe(405);
  });
});

describe('a missing permission', () => {
  it.each([
    [`/v1.0/users/${ACCOUNT_ID}`, 'Authorization_RequestDenied'],
    [POLICIES, 'AccessDenied'],
    [METHODS, 'accessDenied'],
    [SIGN_INS, 'Authentication_MSGraphPermissionMissing'],
    [REGISTRATION, 'Authentication_MSGraphPermissionMissing'],
    [SCORE, 'Forbidden'],
  ])('on %s is 403 %s', async (path, code) => {
    const { status, body } = await ask({ scopes: ['Mail.Read'] })('GET', path);
    expect([status, body.error.code]).toEqual([403, code]);
  });
});

describe('a missing role', () => {
  it.each([
    [POLICIES, 'AccessDenied'],
    [METHODS, 'accessDenied'],
    [SIGN_INS, 'Authentication_RequestFromUnsupportedUserRole'],
    [REGISTRATION, 'UnknownError'],
  ])('on %s is 403 %s', async (path, code) => {
    const { status, body } = await ask({ roles: [] })('GET', path);
    expect([status, body.error.code]).toEqual([403, code]);
  });

  it('is no obstacle to one’s own sign-ins and methods', async () => {
    const get = ask({ roles: [] });
    expect((await get('GET', `${SIGN_INS}?$filter=userId eq '${ADMIN_ID}'`)).status).toBe(200);
    expect((await get('GET', '/v1.0/me/authentication/methods')).status).toBe(200);
  });

  it('does not exist for a Global Administrator', async () => {
    const get = ask({ roles: [ROLE['Global Administrator']] });
    for (const path of [POLICIES, METHODS, SIGN_INS, REGISTRATION]) {
      expect((await get('GET', path)).status).toBe(200);
    }
  });
});

it('a tenant without P1 has no sign-in log and no registration report, but audits', async () => {
  const get = ask({ state: { skus: [] } });
  for (const path of [SIGN_INS, REGISTRATION]) {
    const { status, body } = await get('GET', path);
    expect(status).toBe(403);
    expect(body.error.code).toBe('Authentication_RequestFromNonPremiumTenantOrB2CTenant');
  }
  expect((await get('GET', '/v1.0/auditLogs/directoryAudits')).status).toBe(200);
});

describe('limits', () => {
  it('allow one Conditional Access request a second for the tenant, without Retry-After', async () => {
    const world = makeWorld();
    const get = askAs(world);
    expect((await get('GET', POLICIES)).status).toBe(200);
    const second = await get('GET', '/v1.0/identity/conditionalAccess/namedLocations');
    expect([second.status, second.headers.get('Retry-After')]).toEqual([429, null]);
    world.clock.advance(1_000);
    expect((await get('GET', POLICIES)).status).toBe(200);
  });

  it('allow five reports in ten seconds and then say when to come back', async () => {
    const world = makeWorld();
    const get = askAs(world);
    for (let count = 0; count < 5; count += 1) {
      expect((await get('GET', SIGN_INS)).status).toBe(200);
    }
    const sixth = await get('GET', '/v1.0/auditLogs/directoryAudits');
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get('Retry-After'))).toBeGreaterThan(0);
    world.clock.advance(10_000);
    expect((await get('GET', SIGN_INS)).status).toBe(200);
  });

  it('are off when the world says so', async () => {
    const get = ask({ throttling: false });
    await get('GET', POLICIES);
    expect((await get('GET', POLICIES)).status).toBe(200);
  });
});

describe('sign-ins', () => {
  const signIn = (id: string, createdDateTime: string, more: object = {}) => ({
    id,
    createdDateTime,
    userId: ACCOUNT_ID,
    correlationId: id,
    isInteractive: true,
    status: {
      errorCode: 0,
      failureReason: 'Other.',
      additionalDetails: 'MFA completed in Azure AD',
    },
    authenticationRequirement: 'multiFactorAuthentication',
    appliedConditionalAccessPolicies: [
      { id: 'p', result: 'success', enforcedGrantControls: ['Mfa'] },
    ],
    ...more,
  });
  const signIns = [
    signIn('old', '2026-11-20T08:00:00Z'),
    signIn('new', '2026-11-21T08:00:00Z'),
    signIn('silent', '2026-11-22T08:00:00Z', { isInteractive: false }),
    signIn('other', '2026-11-21T08:00:00Z', { userId: ADMIN_ID }),
  ];
  const filter = `$filter=userId eq '${ACCOUNT_ID}' and createdDateTime ge 2026-11-20T08:00:00Z`;

  it('come newest first, interactive ones only, filtered by user and time', async () => {
    const { body } = await ask({ state: { signIns } })(
      'GET',
      `/beta/auditLogs/signIns?${filter}&$top=25`,
    );
    expect(body.value.map(({ id }: { id: string }) => id)).toEqual(['new', 'old']);
  });

  it('have no authenticationRequirement in v1.0', async () => {
    const get = ask({ state: { signIns } });
    const beta = await get('GET', `/beta/auditLogs/signIns?${filter}`);
    const v1 = await get('GET', `/v1.0/auditLogs/signIns?${filter}`);
    expect(beta.body.value[0].authenticationRequirement).toBe('multiFactorAuthentication');
    expect(v1.body.value[0]).not.toHaveProperty('authenticationRequirement');
    expect(v1.body.value[0].status.additionalDetails).toBe('MFA completed in Azure AD');
  });

  it('leave the applied policies out for readers without a policy permission', async () => {
    const get = ask({ state: { signIns }, scopes: ['AuditLog.Read.All'] });
    const { body } = await get('GET', `/v1.0/auditLogs/signIns?${filter}`);
    expect(body.value[0]).not.toHaveProperty('appliedConditionalAccessPolicies');
  });
});

it('authentication methods carry their type; password is always among them', async () => {
  const state = makeState();
  state.users[1]?.methods.push({
    type: 'phone',
    id: 'f',
    phoneNumber: '+31 6',
    phoneType: 'mobile',
  });
  const { body } = await ask({ state })('GET', METHODS);
  expect(body.value).toMatchObject([
    { '@odata.type': '#microsoft.graph.passwordAuthenticationMethod', password: null },
    { '@odata.type': '#microsoft.graph.phoneAuthenticationMethod', phoneType: 'mobile' },
  ]);
});

it('a registered method that the policy forbids is registered, not capable', async () => {
  const state = makeState();
  state.users[1]?.methods.push({
    type: 'phone',
    id: 'f',
    phoneNumber: '+31 6',
    phoneType: 'mobile',
  });
  const get = ask({ state: { ...state, disallowedMethods: ['phone'] } });
  const { body } = await get('GET', REGISTRATION);
  expect(body).toMatchObject({ isMfaRegistered: true, isMfaCapable: false });
  const policy = await get('GET', '/v1.0/policies/authenticationMethodsPolicy');
  expect(policy.body.authenticationMethodConfigurations).toContainEqual(
    expect.objectContaining({ id: 'Sms', state: 'disabled' }),
  );
});

it('per-user MFA is read in beta, security defaults and strengths in v1.0', async () => {
  const get = ask();
  const state = await get('GET', `/beta/users/${ACCOUNT_ID}/authentication/requirements`);
  expect(state.body.perUserMfaState).toBe('disabled');
  const defaults = await get('GET', '/v1.0/policies/identitySecurityDefaultsEnforcementPolicy');
  expect(defaults.body).toMatchObject({ displayName: 'Security Defaults', isEnabled: false });
  const strength =
    '/v1.0/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004';
  expect((await get('GET', strength)).body.requirementsSatisfied).toBe('mfa');
});
