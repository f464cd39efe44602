import type { ConditionalAccessPolicy, MfaMethod, TenantState, User } from '../tenant/state.ts';
import { fabrikam, makeGroup, makeSku, PASSWORD } from './build.ts';
import { FABRIKAM, PLAN, ROLE, SKU } from './ids.ts';
import { northwind } from './northwind.ts';
import { readyFabrikam, work365 } from './ready.ts';
import type { Expected, Scenario, ScenarioAccount } from './scenario.ts';
import { expectDone, INTEGRATION_ACCOUNT, mira, traits, walk } from './walk.ts';

/** Permissions that were consented to for the whole organisation before the scenario starts. */
const CONSENTED = [
  'User.Read',
  'User.Read.All',
  'GroupMember.Read.All',
  'Policy.Read.All',
  'AuditLog.Read.All',
  'UserAuthenticationMethod.Read.All',
  'LicenseAssignment.Read.All',
  'PartnerSecurity.Read.All',
  'RoleManagement.Read.Directory',
];

type Steps = Partial<Expected['steps']>;

/** The finished tenant with one thing different, and what that changes in the panel. */
function variant(
  name: string,
  description: string,
  alter: (state: TenantState, account: User) => void,
  steps: Steps = {},
): Scenario {
  const tenant = () => {
    const state = readyFabrikam();
    const account = state.users.find(({ id }) => id === FABRIKAM.integration);
    if (account) alter(state, account);
    return state;
  };
  return {
    name,
    description,
    tenants: () => [tenant()],
    lagMs: 1_500,
    traits,
    accounts: [mira, work365],
    integrationAccount: INTEGRATION_ACCOUNT,
    expected: expectDone(steps),
  };
}

function withAccounts(
  scenario: Scenario,
  accounts: readonly [ScenarioAccount, ...ScenarioAccount[]],
): Scenario {
  return { ...scenario, accounts };
}

const noP1 = variant(
  'no-p1',
  'The tenant owns no Entra ID P1: per-user MFA is enforced, sign-in logs cannot be read.',
  (state, account) => {
    state.skus = [
      makeSku(SKU.exchange, 'EXCHANGESTANDARD', 20, [[PLAN.exchange, 'EXCHANGE_S_STANDARD']]),
    ];
    for (const user of state.users) user.skuIds = [SKU.exchange];
    state.policies = [];
    account.perUserMfaState = 'enforced';
  },
  { 'entra-licence': 'not-applicable', 'mfa-proved': 'cannot-tell' },
);

const indirect: Scenario = {
  ...variant(
    'indirect',
    'An indirect reseller: the steps about the account do not apply.',
    () => {},
  ),
  tenants: () => [fabrikam()],
  expected: {
    answers: { partnerTier: 'indirect' },
    steps: {
      'partner-tier': 'done',
      'your-roles': 'done',
      'account-exists': 'not-applicable',
      'admin-agent': 'not-applicable',
      'entra-licence': 'not-applicable',
      'no-dynamics-licence': 'not-applicable',
      'mfa-required': 'not-applicable',
      'policy-settled': 'not-applicable',
      'mfa-registered': 'not-applicable',
      'mfa-proved': 'not-applicable',
      'work365-values': 'done',
      'consent-order': 'not-applicable',
      'security-requirements': 'done',
    },
  },
};

const namesakeGroups = variant(
  'namesake-groups',
  'Two groups are called AdminAgents; the account is in the home-made one only.',
  (state) => {
    const real = state.groups.find(({ id }) => id === FABRIKAM.adminAgents);
    if (real) real.memberIds = [FABRIKAM.mira];
    state.groups.push(makeGroup(FABRIKAM.namesake, 'AdminAgents', [FABRIKAM.integration]));
  },
  { 'admin-agent': 'cannot-tell' },
);

const wrongTenant: Scenario = {
  ...variant('wrong-tenant', 'The reader signs in to another organisation first.', () => {}),
  tenants: () => [readyFabrikam(), northwind()],
  expected: expectDone({
    'your-roles': 'cannot-tell',
    'account-exists': 'cannot-tell',
    'admin-agent': 'cannot-tell',
    'entra-licence': 'cannot-tell',
    'no-dynamics-licence': 'cannot-tell',
    'mfa-required': 'cannot-tell',
    'policy-settled': 'cannot-tell',
    'mfa-registered': 'cannot-tell',
    'mfa-proved': 'cannot-tell',
    'work365-values': 'cannot-tell',
    'security-requirements': 'cannot-tell',
  }),
  accounts: [
    {
      username: 'jonas.weber@northwind.example',
      password: PASSWORD,
      does: 'Global Administrator of the wrong organisation; signs in first',
    },
    mira,
  ],
};

const limitedAdmin = withAccounts(
  variant(
    'limited-admin',
    'The reader is a User Administrator: much cannot be read, and a colleague is needed.',
    (state) => {
      state.adminConsentedScopes = CONSENTED;
      const reader = state.users.find(({ id }) => id === FABRIKAM.accountant);
      if (reader) reader.roleTemplateIds = [ROLE.userAdministrator];
    },
    {
      'your-roles': 'not-done',
      'mfa-required': 'cannot-tell',
      'policy-settled': 'cannot-tell',
      'mfa-registered': 'cannot-tell',
      'mfa-proved': 'cannot-tell',
    },
  ),
  [
    {
      username: 't.moreau@fabrikam.example',
      password: PASSWORD,
      does: 'User Administrator; has no second factor yet',
    },
    mira,
  ],
);

const slowDirectory: Scenario = {
  ...walk,
  name: 'slow-directory',
  description: 'As walk, but Graph lags ninety seconds behind the portals.',
  lagMs: 90_000,
};

const dynamicsLicence = variant(
  'dynamics-licence',
  'A Dynamics 365 licence was spent on the account, which needs none.',
  (_, account) => {
    account.skuIds = [...account.skuIds, SKU.dynamicsSales];
  },
);

const securityDefaults = variant(
  'security-defaults',
  'Security defaults are all there is: MFA when Microsoft finds it necessary.',
  (state) => {
    state.policies = [];
    state.securityDefaults = true;
  },
  { 'mfa-required': 'in-progress', 'policy-settled': 'in-progress', 'mfa-proved': 'in-progress' },
);

function exceptTrustedPlaces(policy: ConditionalAccessPolicy): void {
  policy.conditions.locations = { includeLocations: ['All'], excludeLocations: ['AllTrusted'] };
}

const conditionalMfa = variant(
  'conditional-mfa',
  'The policy skips MFA in the office, so a token may lack it.',
  (state) => {
    state.policies.forEach(exceptTrustedPlaces);
  },
  { 'mfa-required': 'not-done', 'policy-settled': 'not-done', 'mfa-proved': 'not-done' },
);

const reportOnly = variant(
  'report-only',
  'The policy only reports.',
  (state) => {
    for (const policy of state.policies) policy.state = 'enabledForReportingButNotEnforced';
  },
  { 'mfa-required': 'not-done', 'policy-settled': 'not-done', 'mfa-proved': 'not-done' },
);

const nothingRegistered = variant(
  'nothing-registered',
  'The account has no second factor yet.',
  (state, account) => {
    account.methods = account.methods.filter(({ type }) => type === 'password');
    state.signIns = [];
  },
  { 'mfa-registered': 'not-done', 'mfa-proved': 'cannot-tell' },
);

const PHONE: MfaMethod = {
  type: 'phone',
  id: '3179e48a-750b-4051-897c-87b9720928f7',
  phoneNumber: '+44 7700900123',
  phoneType: 'mobile',
};

const smsOnly = variant(
  'sms-only',
  'The account registered a phone: it counts, but Microsoft retires it.',
  (_, account) => {
    account.methods = account.methods.filter(({ type }) => type === 'password').concat(PHONE);
  },
);

const globalAdminAccount = variant(
  'global-admin-account',
  'The integration account is a Global Administrator, which it should not be.',
  (_, account) => {
    account.roleTemplateIds = [ROLE.globalAdministrator];
  },
  { 'account-exists': 'not-done' },
);

/** Everything but the two scenarios that most runs use. */
export const variants: readonly Scenario[] = [
  noP1,
  indirect,
  namesakeGroups,
  wrongTenant,
  limitedAdmin,
  slowDirectory,
  dynamicsLicence,
  securityDefaults,
  conditionalMfa,
  reportOnly,
  nothingRegistered,
  smsOnly,
  globalAdminAccount,
];
