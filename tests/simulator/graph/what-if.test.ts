import { describe, expect, it } from 'vitest';
import type { ConditionalAccessPolicy, TenantState } from '../../../simulator/tenant/state.ts';
import { ACCOUNT_ID, AGENTS_ID, ask, PARTNER_CENTER_APP } from './fixture.ts';

function makePolicy(
  conditions: Record<string, unknown> = {},
  state: ConditionalAccessPolicy['state'] = 'enabled',
): ConditionalAccessPolicy {
  return {
    id: 'policy',
    templateId: null,
    displayName: 'MFA',
    createdDateTime: '2026-11-01T08:00:00Z',
    modifiedDateTime: null,
    state,
    conditions: {
      clientAppTypes: ['all'],
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'] },
      ...conditions,
    },
    grantControls: { operator: 'OR', builtInControls: ['mfa'] },
    sessionControls: null,
  };
}

const FULL = {
  devicePlatform: 'windows',
  clientAppType: 'browser',
  signInRiskLevel: 'none',
  userRiskLevel: 'none',
  country: 'NL',
  ipAddress: '198.51.100.7',
};

async function whatIf(
  policy: ConditionalAccessPolicy,
  signInConditions: object = FULL,
  state: Partial<TenantState> = {},
) {
  const reply = await ask({ state: { policies: [policy], ...state } })(
    'POST',
    '/v1.0/identity/conditionalAccess/evaluate',
    {
      signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: ACCOUNT_ID },
      signInContext: {
        '@odata.type': '#microsoft.graph.applicationContext',
        includeApplications: [PARTNER_CENTER_APP],
      },
      signInConditions,
      appliedPoliciesOnly: false,
    },
  );
  const [result] = reply.body.value ?? [];
  return { status: reply.status, reason: result?.analysisReasons, applies: result?.policyApplies };
}

const TRUSTED = {
  '@odata.type': '#microsoft.graph.ipNamedLocation',
  id: 'office',
  isTrusted: true,
  ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '198.51.100.0/24' }],
};

describe('What-If', () => {
  it('says that an unconditional policy applies, with the whole policy', async () => {
    expect(await whatIf(makePolicy())).toMatchObject({ applies: true, reason: 'notSet' });
  });

  it('lets a report-only policy apply and a disabled one not', async () => {
    const reporting = makePolicy({}, 'enabledForReportingButNotEnforced');
    expect(await whatIf(reporting)).toMatchObject({ applies: true, reason: 'notSet' });
    expect(await whatIf(makePolicy({}, 'disabled'))).toMatchObject({
      applies: false,
      reason: 'policyNotEnabled',
    });
  });

  it.each([
    ['users', { users: { includeUsers: ['All'], excludeGroups: [AGENTS_ID] } }],
    ['users', { users: { includeUsers: ['None'] } }],
    ['application', { applications: { includeApplications: ['MicrosoftAdminPortals'] } }],
    [
      'application',
      { applications: { includeApplications: ['All'], excludeApplications: [PARTNER_CENTER_APP] } },
    ],
    ['devicePlatform', { platforms: { includePlatforms: ['android'] } }],
    ['clientApps', { clientAppTypes: ['exchangeActiveSync', 'other'] }],
    ['location', { locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] } }],
    ['signInRisk', { signInRiskLevels: ['high'] }],
    ['userRisk', { userRiskLevels: ['high'] }],
    ['insiderRisk', { insiderRiskLevels: 'elevated' }],
    ['authenticationFlow', { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }],
    ['devices', { devices: { deviceFilter: { mode: 'include', rule: 'device.x -eq 1' } } }],
  ])('names %s as the first reason why a policy does not apply', async (reason, conditions) => {
    const result = await whatIf(makePolicy(conditions), FULL, { namedLocations: [TRUSTED] });
    expect(result).toMatchObject({ applies: false, reason });
  });

  it('does not let a condition hold that the question is silent about', async () => {
    const { ipAddress: _, country: __, ...silent } = FULL;
    const everywhere = makePolicy({ locations: { includeLocations: ['All'] } });
    expect(await whatIf(everywhere, silent)).toMatchObject({ applies: false, reason: 'location' });
    expect(await whatIf(everywhere)).toMatchObject({ applies: true });
  });

  it('finds nested groups and directory roles', async () => {
    const byGroup = makePolicy({ users: { includeGroups: [AGENTS_ID] } });
    expect(await whatIf(byGroup)).toMatchObject({ applies: true });
    const byRole = makePolicy({
      users: { includeRoles: ['62e90394-69f5-4237-9190-012177145e10'] },
    });
    expect(await whatIf(byRole)).toMatchObject({ applies: false, reason: 'users' });
  });

  it.each([[{ ip: '198.51.100.7' }], [{ devicePlatform: 'beos' }]])(
    'refuses conditions the schema does not have: %j',
    async (conditions) => {
      expect((await whatIf(makePolicy(), conditions)).status).toBe(400);
    },
  );
});
