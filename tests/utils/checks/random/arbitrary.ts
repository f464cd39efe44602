import fc from 'fast-check';
import { AREAS, type Blindness, type RandomPolicy, type RandomTenant } from './tenant.ts';

/** The first value most of the time: random tenants that differ from a good one in a few places. */
function mostly<const Value>(first: Value, ...others: readonly Value[]) {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(first) },
    { weight: 3, arbitrary: fc.constantFrom(first, ...others) },
  );
}

const age = fc.constantFrom(0, 3, 7, 9, 10, 11, 30, 300, 20_000, 50_000, 400_000);

const policy: fc.Arbitrary<RandomPolicy> = fc.record({
  state: mostly('enabled', 'disabled', 'enabledForReportingButNotEnforced'),
  include: mostly(
    'all',
    'account',
    'direct-group',
    'nested-group',
    'other-group',
    'held-role',
    'other-role',
    'guests',
    'nobody',
  ),
  exclude: mostly('nobody', 'account', 'nested-group', 'held-role', 'other-group', 'guests'),
  apps: mostly(
    'all',
    'partner-center',
    'other',
    'admin-portals',
    'office-365',
    'filter-with',
    'filter-without',
    'user-action',
  ),
  excludedApp: mostly('none', 'partner-center', 'other'),
  clients: mostly('all', 'both', 'browser', 'mobile', 'legacy'),
  places: mostly('any', 'all', 'all-but-trusted', 'trusted', 'office', 'all-but-office'),
  platforms: mostly('any', 'all', 'all-but-android', 'android', 'windows'),
  signInRisk: mostly('any', 'risky', 'all-risks', 'safe'),
  userRisk: mostly(false, true),
  devices: mostly('any', 'filtered', 'not-filtered'),
  deviceCode: mostly(false, true),
  operator: fc.constantFrom('AND', 'OR'),
  controls: fc.oneof(
    fc.constant(['mfa'] as const),
    fc.constant(['strength'] as const),
    fc.constant(['block'] as const),
    fc.uniqueArray(
      fc.constantFrom(
        'mfa',
        'custom-strength',
        'compliant-device',
        'terms',
        'password-change',
        'custom-factor',
      ),
      { maxLength: 3 },
    ),
  ),
  changedMinutesAgo: age,
});

const blindness: fc.Arbitrary<Blindness> = fc.constantFrom(
  'no-scope',
  'no-role',
  'no-licence',
  'throttled',
  'offline',
  'broken',
  'garbage',
);

const PLAIN: RandomPolicy = {
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

/** One rule split in two that look as if they left nothing out; some do. */
const HALVES: readonly (readonly [Partial<RandomPolicy>, Partial<RandomPolicy>])[] = [
  [{ places: 'all-but-trusted' }, { places: 'trusted' }],
  [{ places: 'all-but-trusted' }, { places: 'office' }],
  [{ places: 'all-but-office' }, { places: 'office' }],
  [{ places: 'all-but-office' }, { places: 'trusted' }],
  [{ platforms: 'all-but-android' }, { platforms: 'android' }],
  [{ platforms: 'all-but-android' }, { platforms: 'windows' }],
  [{ clients: 'browser' }, { clients: 'mobile' }],
  [{ clients: 'browser' }, { clients: 'mobile', places: 'all-but-office' }],
  [{ signInRisk: 'all-risks' }, { signInRisk: 'safe' }],
  [{ signInRisk: 'risky' }, { signInRisk: 'safe' }],
  [{ devices: 'filtered' }, { devices: 'not-filtered' }],
];

const split: fc.Arbitrary<RandomPolicy[]> = fc
  .tuple(fc.constantFrom(...HALVES), fc.tuple(age, age), fc.array(policy, { maxLength: 2 }))
  .map(([halves, ages, others]) => [
    ...halves.map((half, index) => ({
      ...PLAIN,
      ...half,
      changedMinutesAgo: ages[index] ?? PLAIN.changedMinutesAgo,
    })),
    ...others,
  ]);

const tenant: fc.Arbitrary<RandomTenant> = fc.record({
  account: fc.record({
    exists: mostly(true, false),
    enabled: mostly(true, false),
    kind: mostly('member', 'guest', 'b2b-member', 'unknown-type'),
    isReader: mostly(false, true),
    globalAdmin: mostly(false, true),
    madeMinutesAgo: mostly(500_000, 100, 30_000, 60_000),
  }),
  agentGroups: fc.array(fc.record({ member: fc.constantFrom('no', 'direct', 'nested') }), {
    maxLength: 3,
  }),
  sku: fc.constantFrom('none', 'usable', 'full', 'suspended'),
  licence: fc.constantFrom('none', 'on', 'off'),
  dynamics: fc.boolean(),
  policies: fc.oneof(
    { weight: 4, arbitrary: fc.array(policy, { maxLength: 4 }) },
    { weight: 1, arbitrary: split },
  ),
  securityDefaults: mostly(false, true),
  perUser: mostly('disabled', 'enabled', 'enforced'),
  methods: fc.uniqueArray(
    fc.constantFrom('authenticator', 'phone', 'password', 'email', 'pass', 'brand-new'),
    { maxLength: 4 },
  ),
  methodsAllowed: mostly(true, false),
  signIns: fc.array(
    fc.record({
      minutesAgo: age,
      kind: fc.constantFrom(
        'mfa',
        'previous',
        'one-step',
        'single',
        'failed',
        'interrupted',
        'skipped',
      ),
      partnerCenter: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  memberSinceMinutes: age,
  score: fc.constantFrom('compliant', 'noncomplaint', 'absent'),
  blind: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 3, arbitrary: fc.dictionary(fc.constantFrom(...AREAS), blindness, { maxKeys: 4 }) },
  ),
});

/** As it is once nobody has touched it for long: all rules old, all sign-ins off the record. */
function forgotten(made: RandomTenant): RandomTenant {
  const [changedMinutesAgo, minutesAgo] = [400_000, 50_000];
  return {
    ...made,
    policies: made.policies.map((one) => ({ ...one, changedMinutesAgo })),
    memberSinceMinutes: changedMinutesAgo,
    signIns: made.signIns.map((one) => ({ ...one, minutesAgo })),
  };
}

/** Nobody signs in before there is an account. */
function possible(made: RandomTenant): RandomTenant {
  const { madeMinutesAgo } = made.account;
  return {
    ...made,
    signIns: made.signIns.filter(({ minutesAgo }) => minutesAgo <= madeMinutesAgo),
  };
}

export const anyTenant = fc
  .tuple(tenant, mostly(false, true))
  .map(([made, isForgotten]) => possible(isForgotten ? forgotten(made) : made));
