import { expect, test } from 'vitest';
import { CHECKS } from '@/utils/checks/index.ts';
import { judgeReadings } from '@/utils/checks/rules/judge-readings.ts';
import { readPolicies } from '@/utils/checks/rules/policy-readings.ts';
import { type ReadResult, readKey } from '@/utils/domain/read.ts';
import { judgeAll } from '@/utils/inquiry/index.ts';
import { policyJson } from './random/graph-json.ts';
import { answer } from './random/mini-graph.ts';
import { ACCOUNT, IDS, NOW_MS, type RandomPolicy, type RandomTenant } from './random/tenant.ts';

const POLICY: RandomPolicy = {
  state: 'enabled',
  include: 'all',
  exclude: 'nobody',
  apps: 'all',
  excludedApp: 'none',
  clients: 'all',
  places: 'any',
  platforms: 'any',
  signInRisk: 'any',
  userRisk: false,
  devices: 'any',
  deviceCode: false,
  operator: 'OR',
  controls: ['mfa'],
  changedMinutesAgo: 400_000,
};

const TENANT: RandomTenant = {
  account: {
    exists: true,
    enabled: true,
    kind: 'member',
    isReader: false,
    globalAdmin: false,
    madeMinutesAgo: 500_000,
  },
  agentGroups: [{ member: 'direct' }],
  sku: 'usable',
  licence: 'on',
  dynamics: false,
  policies: [POLICY],
  securityDefaults: false,
  perUser: 'disabled',
  methods: ['authenticator'],
  methodsAllowed: true,
  signIns: [{ minutesAgo: 30, kind: 'mfa', partnerCenter: true }],
  memberSinceMinutes: 400_000,
  score: 'compliant',
  blind: {},
};

type Rows = Readonly<Record<string, unknown>>;

/** The good tenant, where Graph shows less of the answers to some addresses. */
function judge(address: RegExp, hide: (row: Rows) => Rows) {
  const context = {
    answers: { partnerTier: 'direct', integrationAccount: ACCOUNT },
    identity: { tenantId: IDS.tenant, userId: IDS.reader, username: 'mira', scopes: [] },
    watched: {},
    nowMs: NOW_MS,
  } as const;
  const findings: Record<string, ReadResult> = {};
  for (;;) {
    const { outcomes, pending } = judgeAll(Object.values(CHECKS), context, findings);
    if (pending.length === 0) return outcomes;
    for (const read of pending) {
      const result = answer(TENANT, read);
      const isHidden = address.test(read.path) && result.kind === 'answer';
      findings[readKey(read)] = isHidden ? { ...result, body: hideIn(result.body, hide) } : result;
    }
  }
}

function hideIn(body: unknown, hide: (row: Rows) => Rows): unknown {
  const whole = body as Rows;
  return Array.isArray(whole.value) ? { ...whole, value: whole.value.map(hide) } : hide(whole);
}

function said(address: RegExp, hide: (row: Rows) => Rows, step: string) {
  const outcome = judge(address, hide)[step];
  return outcome?.status === 'cannot-tell' ? outcome.reason : outcome?.status;
}

const blank =
  (...names: string[]) =>
  (row: Rows) => ({
    ...row,
    ...Object.fromEntries(names.map((name) => [name, null])),
  });

test('the tenant of this page is in order when everything is shown', () => {
  const statuses = Object.values(judge(/^$/, (row) => row)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(['done']));
});

test.each([
  ['whether the account may sign in', /^\/users\/[^/]+\?/, ['accountEnabled'], 'account-exists'],
  [
    'which roles the account holds',
    /^\/users.*directoryRole/,
    ['roleTemplateId'],
    'account-exists',
  ],
  ['which roles the reader holds', /^\/me.*directoryRole/, ['roleTemplateId'], 'your-roles'],
  ['whether a group is a security group', /^\/groups/, ['securityEnabled'], 'admin-agent'],
  ['what a group is called', /^\/groups/, ['displayName'], 'admin-agent'],
  ['the domains of the tenant', /^\/organization/, ['verifiedDomains'], 'work365-values'],
])('null for %s is a missing permission, neither yes nor no', (_, address, names, step) => {
  expect(said(address, blank(...names), step)).toBe('consent-required');
});

test('another tenant than the one signed in to proves nothing', () => {
  const other = (row: Rows) => ({ ...row, id: IDS.office });
  expect(said(/^\/organization/, other, 'work365-values')).toBe('wrong-tenant');
  expect(said(/^\/organization/, other, 'your-roles')).toBe('wrong-tenant');
  const steps = Object.values(judge(/^\/organization/, other));
  expect(steps.every((one) => one.status === 'cannot-tell' && one.reason === 'wrong-tenant')).toBe(
    true,
  );
});

test('a policy without a time stamp is settled as far as the audit log reaches', () => {
  const hide = blank('createdDateTime', 'modifiedDateTime');
  expect(said(/conditionalAccess/, hide, 'policy-settled')).toBe('done');
});

const person = { id: IDS.account, groupIds: new Set(''), roleIds: new Set(''), isGuest: false };

function judged(...policies: Partial<RandomPolicy>[]): string {
  const bodies = policies.map((changes, index) => policyJson({ ...POLICY, ...changes }, index));
  const { verdict, carriers } = judgeReadings(readPolicies(bodies as never, person));
  return `${verdict} ${carriers.length}`;
}

test.each<[string, Partial<RandomPolicy>[], string]>([
  [
    'everywhere but trusted, and in trusted',
    [{ places: 'all-but-trusted' }, { places: 'trusted' }],
    'always 2',
  ],
  [
    'everywhere but trusted, and in one office, which may be all that is trusted',
    [{ places: 'all-but-trusted' }, { places: 'office' }],
    'unsure 0',
  ],
  [
    'everywhere but trusted, blocked in trusted',
    [{ places: 'all-but-trusted' }, { places: 'trusted', controls: ['block'] }],
    'always 2',
  ],
  [
    'everywhere but trusted, twice',
    [{ places: 'all-but-trusted' }, { places: 'all-but-trusted' }],
    'sometimes 0',
  ],
  [
    'browsers here, other clients there',
    [{ clients: 'browser' }, { clients: 'mobile' }],
    'always 2',
  ],
  [
    'browsers, and other clients at risk only',
    [{ clients: 'browser' }, { clients: 'mobile', signInRisk: 'risky' }],
    'sometimes 0',
  ],
  [
    'browsers, and other clients with a compliant device',
    [{ clients: 'browser' }, { clients: 'mobile', controls: ['compliant-device'] }],
    'sometimes 0',
  ],
  [
    'browsers, other clients but on Android, and Windows: macOS with another client is left',
    [
      { clients: 'browser' },
      { clients: 'mobile', platforms: 'windows' },
      { clients: 'mobile', platforms: 'all-but-android', places: 'trusted' },
    ],
    'sometimes 0',
  ],
  [
    'crossed conditions that leave nothing',
    [
      { clients: 'browser', places: 'all-but-trusted' },
      { clients: 'browser', places: 'trusted' },
      { clients: 'mobile', platforms: 'all-but-android' },
      { clients: 'mobile', controls: ['block'] },
    ],
    'always 3',
  ],
  ['one alone', [{ clients: 'browser' }], 'sometimes 0'],
  [
    'one that asks by itself, among others',
    [{ clients: 'browser' }, {}, { places: 'trusted' }],
    'always 1',
  ],
  [
    'refused in trusted places and everywhere else',
    [
      { places: 'all-but-trusted', controls: ['block'] },
      { places: 'trusted', controls: ['block'] },
      { clients: 'browser' },
    ],
    'blocked 2',
  ],
])('policies that share the work, %s: %s', (_, policies, verdict) => {
  expect(judged(...policies)).toBe(verdict);
});
