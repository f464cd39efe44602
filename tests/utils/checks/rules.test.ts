import { describe, expect, test } from 'vitest';
import { isDynamics365 } from '@/utils/checks/data/dynamics.ts';
import { methodName, worthOf } from '@/utils/checks/data/methods.ts';
import { daysAgo, filter } from '@/utils/checks/reads/shapes.ts';
import { isBlank } from '@/utils/checks/rules/json.ts';
import { conditionObstacles } from '@/utils/checks/rules/policy-conditions.ts';
import { grantOf } from '@/utils/checks/rules/policy-grant.ts';
import { appObstacles, userObstacles } from '@/utils/checks/rules/policy-target.ts';
import { holdingInDetails, holdingOf } from '@/utils/checks/rules/premium.ts';
import { waitAfterAction, waitSince } from '@/utils/checks/rules/wait.ts';

const policy = (
  conditions: Record<string, unknown>,
  grantControls: Record<string, unknown> = {},
) => ({
  id: 'policy',
  displayName: 'Policy',
  state: 'enabled',
  createdDateTime: null,
  modifiedDateTime: null,
  conditions,
  grantControls,
});

describe('grant controls', () => {
  const mfa = { builtInControls: ['mfa'] };
  const strong = { requirementsSatisfied: 'mfa' };
  test.each([
    ['nothing', {}, 'none'],
    ['MFA alone, whatever the operator', { operator: 'OR', ...mfa }, 'mfa'],
    ['MFA alone without an operator', mfa, 'mfa'],
    ['MFA in capitals', { operator: 'AND', builtInControls: ['Mfa'] }, 'mfa'],
    [
      'MFA with something else and no operator',
      { builtInControls: ['mfa', 'compliantDevice'] },
      'or',
    ],
    ['MFA or a member invented tomorrow', { operator: 'OR', ...mfa, telepathy: ['yes'] }, 'or'],
    ['MFA and a member invented tomorrow', { operator: 'AND', ...mfa, telepathy: ['yes'] }, 'mfa'],
    ['MFA or an empty member invented tomorrow', { operator: 'OR', ...mfa, telepathy: [] }, 'mfa'],
    ['MFA or a strength', { operator: 'OR', ...mfa, authenticationStrength: strong }, 'mfa'],
    [
      'a strength of several, one of them MFA',
      { operator: 'OR', authenticationStrength: { requirementsSatisfied: 'none, mfa' } },
      'mfa',
    ],
    [
      'MFA or a strength nobody can read',
      { operator: 'OR', ...mfa, authenticationStrength: { id: 'x' } },
      'unsure',
    ],
    [
      'MFA and a strength nobody can read',
      { operator: 'AND', ...mfa, authenticationStrength: { id: 'x' } },
      'mfa',
    ],
    ['block beside MFA', { operator: 'OR', builtInControls: ['block', 'mfa'] }, 'blocks'],
  ])('%s', (_, controls, grant) => {
    expect(grantOf(policy({}, controls))).toBe(grant);
  });
});

describe('conditions', () => {
  const all = { clientAppTypes: ['all'] };
  test.each([
    ['none', {}, []],
    ['authentication flows none', { authenticationFlows: { transferMethods: 'none' } }, []],
    [
      'locations with a member invented tomorrow',
      { locations: { includeLocations: ['All'], sky: ['blue'] } },
      ['locations'],
    ],
    ['a time of day', { times: { includedRanges: ['night'] } }, ['other-condition']],
    ['a mark of OData', { 'devices@odata.context': 'x' }, []],
    ['risk of a service', { servicePrincipalRiskLevels: ['high'] }, ['other-condition']],
    ['old device states', { deviceStates: { includeStates: ['All'] } }, ['devices']],
  ])('%s', (_, conditions, ids) => {
    expect(conditionObstacles(policy({ ...all, ...conditions })).map(({ id }) => id)).toEqual(ids);
  });

  test('client apps that nothing is said of leave it unsure', () => {
    expect(conditionObstacles(policy({}))).toEqual([{ kind: 'unsure', id: 'client-apps-unknown' }]);
  });
});

describe('whom a policy is about', () => {
  const known = { id: 'ME', groupIds: new Set(['g']), roleIds: new Set(['r']), isGuest: false };
  const blind = { id: 'ME', groupIds: undefined, roleIds: undefined, isGuest: undefined };
  test.each([
    ['the account, ids in other case', { includeUsers: ['me'] }, known, []],
    ['a group not read', { includeGroups: ['g'] }, blind, ['user-unknown']],
    [
      'everyone but a group not read',
      { includeUsers: ['All'], excludeGroups: ['g'] },
      blind,
      ['user-unknown'],
    ],
    [
      'everyone but a role not read',
      { includeUsers: ['All'], excludeRoles: ['r'] },
      blind,
      ['user-unknown'],
    ],
    [
      'everyone but guests, the kind not known',
      { includeUsers: ['All'], excludeUsers: ['GuestsOrExternalUsers'] },
      blind,
      ['user-unknown'],
    ],
    [
      'everyone but guests of one provider, no guest',
      {
        includeUsers: ['All'],
        excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: 'serviceProvider' },
      },
      known,
      [],
    ],
    [
      'everyone but guests of one provider, a guest',
      {
        includeUsers: ['All'],
        excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: 'serviceProvider' },
      },
      { ...known, isGuest: true },
      ['user-unknown'],
    ],
    [
      'everyone but what is invented tomorrow',
      { includeUsers: ['All'], excludeRobots: ['x'] },
      known,
      ['user-unknown'],
    ],
    ['nobody named', {}, known, ['user-not-included']],
  ])('%s', (_, users, person, ids) => {
    expect(userObstacles(policy({ users }), person).map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    [
      'all but a group of apps',
      { includeApplications: ['All'], excludeApplications: ['Office365'] },
      ['app-group-excluded'],
    ],
    [
      'all and a filter',
      { includeApplications: ['All'], applicationFilter: { mode: 'exclude' } },
      ['app-filter'],
    ],
    [
      'all and a member invented tomorrow',
      { includeApplications: ['All'], planets: ['Mars'] },
      ['app-filter'],
    ],
    ['nothing said', {}, ['app-not-included']],
  ])('resources: %s', (_, applications, ids) => {
    expect(appObstacles(policy({ applications })).map(({ id }) => id)).toEqual(ids);
  });
});

describe('waiting', () => {
  const lag = { usualMs: 60_000, longestMs: 300_000 };
  const now = Date.parse('2026-11-23T12:00:00Z');
  const ago = (seconds: number) => new Date(now - seconds * 1_000).toISOString();

  test('ends when its longest time is over', () => {
    expect(waitSince(now - 299_000, lag, now)).toEqual({
      since: ago(299),
      expectedBy: ago(239),
      latestBy: ago(-1),
    });
    expect(waitSince(now - 300_000, lag, now)).toBeUndefined();
  });

  test('a start in the future counts as now', () => {
    expect(waitSince(now + 120_000, lag, now)?.since).toBe(ago(0));
  });

  test.each([
    ['never', [undefined], undefined],
    ['at a time that is none', ['yesterday'], undefined],
    ['twice: the later counts', [ago(400), ago(60)], ago(60)],
    ['a day in the future: no memory of ours', [ago(-86_400)], undefined],
  ])('an action watched %s', (_, times, since) => {
    expect(waitAfterAction(times, lag, now)?.since).toBe(since);
  });
});

describe('licences', () => {
  const premium = '41781fb2-bc02-4b7c-bd55-b576c07bb09d';
  const sku = {
    skuId: 'ems',
    skuPartNumber: 'EMS',
    capabilityStatus: 'Enabled',
    appliesTo: 'User',
    consumedUnits: 1,
    prepaidUnits: { enabled: 5, warning: 0 },
    servicePlans: [{ servicePlanId: premium, provisioningStatus: 'Success', appliesTo: 'User' }],
  };
  const account = {
    id: 'a',
    userPrincipalName: 'a@b.c',
    displayName: null,
    accountEnabled: true,
    userType: 'Member',
    creationType: null,
    externalUserState: null,
    onPremisesSyncEnabled: null,
    passwordPolicies: null,
    usageLocation: 'GB',
    assignedLicenses: [{ skuId: 'ems', disabledPlans: [] as string[] }],
    assignedPlans: [{ servicePlanId: premium, capabilityStatus: 'Enabled' }],
    licenseAssignmentStates: [],
  };
  const plans = (...statuses: string[]) =>
    statuses.map((capabilityStatus) => ({ servicePlanId: premium, capabilityStatus }));

  test.each([
    ['enabled', account, 'held'],
    [
      'enabled beside a row long gone',
      { ...account, assignedPlans: plans('Deleted', 'Enabled') },
      'held',
    ],
    [
      'only a row long gone',
      { ...account, assignedLicenses: [], assignedPlans: plans('Deleted') },
      'none',
    ],
    ['in its days of grace', { ...account, assignedPlans: plans('Warning') }, 'grace'],
    [
      'switched off in the licence',
      {
        ...account,
        assignedLicenses: [{ skuId: 'ems', disabledPlans: [premium] }],
        assignedPlans: [],
      },
      'off',
    ],
    ['assigned and still being set up', { ...account, assignedPlans: [] }, 'pending'],
  ])('%s', (_, person, holding) => {
    expect(holdingOf(person, [sku])).toBe(holding);
  });

  test('a licence list counts only products whose subscription works', () => {
    const details = [{ skuId: 'ems', skuPartNumber: 'EMS', servicePlans: sku.servicePlans }];
    expect(holdingInDetails(details, [sku])).toBe('held');
    expect(holdingInDetails(details, [])).toBe('none');
  });

  test.each([
    ['DYN365_ENTERPRISE_SALES', true],
    ['Dynamics_365_Guides_vTrial', true],
    ['SKU_Dynamics_365_for_HCM_Trial', true],
    ['CRMPLAN2', true],
    ['ENTERPRISEPACK', false],
    [null, false],
  ])('%s is a Dynamics 365 product: %s', (skuPartNumber, is) => {
    expect(isDynamics365({ skuId: 'x', skuPartNumber })).toBe(is);
  });
});

test.each([
  ['#microsoft.graph.hardwareOathAuthenticationMethod', 'mfa', 'Hardware token (OATH)'],
  ['#microsoft.graph.qrCodePinAuthenticationMethod', 'not-mfa', 'qrcodepin'],
  ['#microsoft.graph.telepathyAuthenticationMethod', 'unknown', 'telepathy'],
])('%s is worth %s', (type, worth, name) => {
  expect([worthOf(type), methodName(type)]).toEqual([worth, name]);
});

test.each([
  [null, true],
  ['', true],
  ['None', true],
  [[], true],
  [{ a: [], b: null, 'c@odata.type': 'x' }, true],
  [0, false],
  ['x', false],
  [{ a: ['x'] }, false],
])('%j says nothing: %s', (value, is) => {
  expect(isBlank(value)).toBe(is);
});

test('the address of a read stays the same all day', () => {
  const morning = Date.parse('2026-11-23T00:00:01Z');
  expect(daysAgo(7, morning)).toBe('2026-11-16T00:00:00Z');
  expect(daysAgo(7, morning + 86_000_000)).toBe('2026-11-16T00:00:00Z');
});

test('a filter is written as an address takes it', () => {
  expect(filter("displayName eq 'A&B'")).toBe('$filter=displayName%20eq%20%27A%26B%27');
});
