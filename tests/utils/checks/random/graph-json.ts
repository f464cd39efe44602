/** The random tenant as Graph writes it. */
import {
  ACCOUNT,
  type Control,
  type Exclude,
  IDS,
  type Include,
  minutesAgo,
  type RandomPolicy,
  type RandomSignIn,
  type RandomTenant,
} from './tenant.ts';

const INCLUDE: Readonly<Record<Include, Record<string, unknown>>> = {
  all: { includeUsers: ['All'] },
  account: { includeUsers: [IDS.account] },
  'direct-group': { includeGroups: [IDS.directGroup] },
  'nested-group': { includeGroups: [IDS.nestedGroup] },
  'other-group': { includeGroups: [IDS.otherGroup] },
  'held-role': { includeRoles: [IDS.heldRole] },
  'other-role': { includeRoles: [IDS.otherRole] },
  guests: { includeUsers: ['GuestsOrExternalUsers'] },
  nobody: { includeUsers: ['None'] },
};
const EXCLUDE: Readonly<Record<Exclude, Record<string, unknown>>> = {
  nobody: {},
  account: { excludeUsers: [IDS.account.toUpperCase()] },
  'nested-group': { excludeGroups: [IDS.nestedGroup] },
  'held-role': { excludeRoles: [IDS.heldRole] },
  'other-group': { excludeGroups: [IDS.otherGroup] },
  guests: { excludeUsers: ['GuestsOrExternalUsers'] },
};
const APPS: Readonly<Record<RandomPolicy['apps'], Record<string, unknown>>> = {
  all: { includeApplications: ['All'] },
  'partner-center': { includeApplications: [IDS.partnerCenter] },
  other: { includeApplications: [IDS.otherApp] },
  'admin-portals': { includeApplications: ['MicrosoftAdminPortals'] },
  'office-365': { includeApplications: ['Office365'] },
  'filter-with': { includeApplications: [], applicationFilter: { mode: 'include', rule: 'a' } },
  'filter-without': { includeApplications: [], applicationFilter: { mode: 'include', rule: 'b' } },
  'user-action': { includeApplications: [], includeUserActions: ['urn:user:registersecurityinfo'] },
};
const CLIENTS: Readonly<Record<RandomPolicy['clients'], string[]>> = {
  all: ['all'],
  both: ['browser', 'mobileAppsAndDesktopClients'],
  browser: ['browser'],
  mobile: ['mobileAppsAndDesktopClients'],
  legacy: ['exchangeActiveSync', 'other'],
};
const PLACES: Readonly<Record<RandomPolicy['places'], unknown>> = {
  any: null,
  all: { includeLocations: ['All'], excludeLocations: [] },
  'all-but-trusted': { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
  trusted: { includeLocations: ['AllTrusted'], excludeLocations: [] },
  office: { includeLocations: [IDS.office], excludeLocations: [] },
  'all-but-office': { includeLocations: ['All'], excludeLocations: [IDS.office] },
};
const PLATFORMS: Readonly<Record<RandomPolicy['platforms'], unknown>> = {
  any: null,
  all: { includePlatforms: ['all'], excludePlatforms: [] },
  'all-but-android': { includePlatforms: ['all'], excludePlatforms: ['android'] },
  android: { includePlatforms: ['android'], excludePlatforms: [] },
  windows: { includePlatforms: ['windows'], excludePlatforms: [] },
};

const RISK_LEVELS: Readonly<Record<RandomPolicy['signInRisk'], string[]>> = {
  any: [],
  risky: ['high', 'medium'],
  'all-risks': ['low', 'medium', 'high'],
  safe: ['none'],
};
const DEVICES: Readonly<Record<RandomPolicy['devices'], unknown>> = {
  any: null,
  filtered: { deviceFilter: { mode: 'include', rule: 'device.x -eq 1' } },
  'not-filtered': { deviceFilter: { mode: 'exclude', rule: 'device.x -eq 1' } },
};

function grantOf({ operator, controls }: RandomPolicy): unknown {
  const builtIn: Partial<Record<Control, string>> = {
    mfa: 'mfa',
    'compliant-device': 'compliantDevice',
    'password-change': 'passwordChange',
    block: 'block',
  };
  const strength = controls.includes('strength')
    ? { id: '00000000-0000-0000-0000-000000000004', requirementsSatisfied: 'mfa' }
    : { id: '40000000-0000-4000-8000-000000000001', requirementsSatisfied: 'mfa' };
  const hasStrength = controls.some((one) => one === 'strength' || one === 'custom-strength');
  return {
    operator,
    builtInControls: controls.flatMap((control) => builtIn[control] ?? []),
    customAuthenticationFactors: controls.includes('custom-factor') ? ['duo'] : [],
    termsOfUse: controls.includes('terms') ? ['tou'] : [],
    authenticationStrength: hasStrength ? strength : null,
  };
}

export function policyId(index: number): string {
  return `50000000-0000-4000-8000-00000000000${index}`;
}

export function policyJson(policy: RandomPolicy, index: number): Record<string, unknown> {
  const users = { includeUsers: [], excludeUsers: [], includeGroups: [], excludeGroups: [] };
  const excludedApp = { none: [], 'partner-center': [IDS.partnerCenter], other: [IDS.otherApp] };
  return {
    id: policyId(index),
    displayName: `Policy ${index}`,
    state: policy.state,
    createdDateTime: minutesAgo(policy.changedMinutesAgo + 1_000_000),
    modifiedDateTime: minutesAgo(policy.changedMinutesAgo),
    grantControls: policy.controls.length === 0 ? null : grantOf(policy),
    sessionControls: null,
    conditions: {
      users: {
        ...users,
        includeRoles: [],
        excludeRoles: [],
        ...INCLUDE[policy.include],
        ...EXCLUDE[policy.exclude],
      },
      applications: {
        ...APPS[policy.apps],
        excludeApplications: excludedApp[policy.excludedApp],
      },
      clientAppTypes: CLIENTS[policy.clients],
      locations: PLACES[policy.places],
      platforms: PLATFORMS[policy.platforms],
      signInRiskLevels: RISK_LEVELS[policy.signInRisk],
      userRiskLevels: policy.userRisk ? ['high'] : [],
      insiderRiskLevels: null,
      devices: DEVICES[policy.devices],
      authenticationFlows: policy.deviceCode ? { transferMethods: 'deviceCodeFlow' } : null,
    },
  };
}

export function accountJson({ account, sku, licence, dynamics }: RandomTenant) {
  const member = { userType: 'Member', creationType: null, externalUserState: null };
  const kinds = {
    member,
    guest: { userType: 'Guest', creationType: 'Invitation', externalUserState: 'Accepted' },
    'b2b-member': { ...member, creationType: 'Invitation', externalUserState: 'Accepted' },
    'unknown-type': { ...member, userType: null },
  };
  const plan = (capabilityStatus: string) => ({
    servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
    capabilityStatus,
    service: 'AADPremiumService',
  });
  const hasSku = licence !== 'none' && sku !== 'none';
  const isOn = licence === 'on' && ['usable', 'full'].includes(sku);
  return {
    id: IDS.account,
    userPrincipalName: ACCOUNT,
    displayName: 'Work 365 integration',
    createdDateTime: minutesAgo(account.madeMinutesAgo),
    accountEnabled: account.enabled,
    onPremisesSyncEnabled: null,
    passwordPolicies: null,
    usageLocation: 'GB',
    assignedLicenses: [
      ...(hasSku
        ? [{ skuId: EMS, disabledPlans: licence === 'off' ? [plan('').servicePlanId] : [] }]
        : []),
      ...(dynamics ? [{ skuId: DYNAMICS, disabledPlans: [] }] : []),
    ],
    assignedPlans: [plan('Deleted'), ...(isOn ? [plan('Enabled')] : [])],
    licenseAssignmentStates: [],
    ...kinds[account.kind],
  };
}

const EMS = 'efccb6f7-5641-4e0e-bd10-b4976e1bf68e';
const DYNAMICS = '1e1a282c-9c54-43a2-9310-98ef728faace';
const P1 = { servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d', appliesTo: 'User' };

export function skusJson({ sku }: RandomTenant): unknown[] {
  if (sku === 'none') return [];
  return [
    {
      skuId: EMS,
      skuPartNumber: 'EMS',
      appliesTo: 'User',
      capabilityStatus: sku === 'suspended' ? 'Suspended' : 'Enabled',
      consumedUnits: sku === 'full' ? 5 : 1,
      prepaidUnits: { enabled: sku === 'suspended' ? 0 : 5, warning: 0 },
      servicePlans: [{ ...P1, provisioningStatus: 'Success' }],
    },
  ];
}

export function detailsJson({ sku, licence, dynamics }: RandomTenant): unknown[] {
  const status = licence === 'off' ? 'Disabled' : 'Success';
  const ems = {
    skuId: EMS,
    skuPartNumber: 'EMS',
    servicePlans: [{ ...P1, provisioningStatus: status }],
  };
  const crm = { skuId: DYNAMICS, skuPartNumber: 'DYN365_ENTERPRISE_SALES', servicePlans: [] };
  return [...(licence !== 'none' && sku !== 'none' ? [ems] : []), ...(dynamics ? [crm] : [])];
}

export function methodsJson({ methods }: RandomTenant): unknown[] {
  const types = {
    authenticator: 'microsoftAuthenticatorAuthenticationMethod',
    phone: 'phoneAuthenticationMethod',
    password: 'passwordAuthenticationMethod',
    email: 'emailAuthenticationMethod',
    pass: 'temporaryAccessPassAuthenticationMethod',
    'brand-new': 'telepathyAuthenticationMethod',
  };
  return methods.map((method, index) => ({
    '@odata.type': `#microsoft.graph.${types[method]}`,
    id: `method-${index}`,
    createdDateTime: minutesAgo(500_000),
  }));
}

/** Rows of one sign-in: interrupts first, as Microsoft logs them. */
export function signInJson(signIn: RandomSignIn, index: number): Record<string, unknown>[] {
  const { kind, partnerCenter } = signIn;
  const isMfa = ['mfa', 'previous', 'one-step', 'failed', 'interrupted'].includes(kind);
  const step = (authenticationMethod: string, requirement: string, detail: string) => ({
    authenticationMethod,
    succeeded: true,
    authenticationStepRequirement: requirement,
    authenticationStepResultDetail: detail,
  });
  const password = step('Password', 'Primary authentication', 'Correct password');
  const second = {
    mfa: [
      step('Mobile app notification', 'Multifactor authentication', 'MFA successfully completed'),
    ],
    previous: [
      step(
        'Previously satisfied',
        'Multifactor authentication',
        'MFA requirement satisfied by claim in the token',
      ),
    ],
    'one-step': [],
    single: [],
    failed: [
      {
        ...step('Mobile app notification', 'Multifactor authentication', 'MFA denied'),
        succeeded: false,
      },
    ],
    interrupted: [],
    skipped: [
      step(
        'Previously satisfied',
        'Multifactor authentication',
        'MFA requirement skipped due to remembered device',
      ),
    ],
  }[kind];
  const first =
    kind === 'one-step' ? step('Passkey (device-bound)', 'Primary authentication', '') : password;
  const row = (errorCode: number, suffix: string) => ({
    id: `sign-in-${index}-${suffix}`,
    userId: IDS.account,
    createdDateTime: minutesAgo(signIn.minutesAgo),
    correlationId: `correlation-${index}`,
    appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
    appDisplayName: 'Some app',
    resourceId: partnerCenter ? IDS.partnerCenter : IDS.otherApp,
    resourceDisplayName: partnerCenter ? 'Microsoft Partner Center' : 'Something else',
    status: { errorCode, additionalDetails: null },
    authenticationRequirement:
      isMfa || kind === 'skipped' ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    authenticationDetails: errorCode === 0 ? [first, ...second] : [first],
    authenticationRequirementPolicies: [],
    appliedConditionalAccessPolicies: [],
  });
  if (kind === 'failed') return [row(500121, 'end')];
  if (kind === 'interrupted') return [row(50074, 'end')];
  return [row(0, 'end'), row(50140, 'interrupt')];
}
