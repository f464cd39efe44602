import type {
  ConditionalAccessPolicy,
  Group,
  MfaMethod,
  Sku,
  TenantState,
  User,
} from '../tenant/state.ts';
import { FABRIKAM, PLAN, ROLE, SKU } from './ids.ts';

/** Long before any test: nothing in a start tenant looks freshly changed. */
const LONG_AGO = '2025-02-03T08:15:00Z';

/** Every account of the simulation that has a permanent password has this one. */
export const PASSWORD = 'Harbour-Lantern-42';

export function authenticator(id: string): MfaMethod {
  return {
    type: 'microsoftAuthenticator',
    id,
    displayName: 'Pixel 9',
    createdDateTime: LONG_AGO,
  };
}

export function password(id: string): MfaMethod {
  return { type: 'password', id, createdDateTime: LONG_AGO };
}

const PASSWORD_METHOD_ID = '28c10230-6103-485e-b985-444c60001490';

/** A member with a password and nothing else; `more` overrides. */
export function makeUser(
  more: Partial<User> & Pick<User, 'id' | 'userPrincipalName' | 'displayName'>,
): User {
  const [givenName = null, ...rest] = more.displayName.split(' ');
  return {
    givenName,
    surname: rest.join(' ') || null,
    accountEnabled: true,
    userType: 'Member',
    creationType: null,
    externalUserState: null,
    onPremisesSyncEnabled: null,
    passwordPolicies: null,
    createdDateTime: LONG_AGO,
    lastPasswordChangeDateTime: LONG_AGO,
    usageLocation: 'GB',
    skuIds: [],
    roleTemplateIds: [],
    methods: [password(PASSWORD_METHOD_ID)],
    perUserMfaState: 'disabled',
    password: PASSWORD,
    mustChangePassword: false,
    ...more,
  };
}

/** The password every account has, and Microsoft Authenticator. */
export function withAuthenticator(id: string): MfaMethod[] {
  return [password(PASSWORD_METHOD_ID), authenticator(id)];
}

export function makeGroup(id: string, displayName: string, memberIds: string[] = []): Group {
  return {
    id,
    displayName,
    description: null,
    securityEnabled: true,
    mailEnabled: false,
    mailNickname: displayName.replace(/\W/g, ''),
    isAssignableToRole: null,
    memberIds,
  };
}

export function makeSku(
  skuId: string,
  skuPartNumber: string,
  seats: number,
  plans: readonly (readonly [servicePlanId: string, servicePlanName: string])[],
): Sku {
  return {
    skuId,
    skuPartNumber,
    capabilityStatus: 'Enabled',
    prepaidUnits: { enabled: seats, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: plans.map(([servicePlanId, servicePlanName]) => ({
      servicePlanId,
      servicePlanName,
      provisioningStatus: 'Success',
      appliesTo: 'User',
    })),
  };
}

/** "Require multifactor authentication for all users", every sign-in, no exclusion but one user. */
export function mfaForAll(excludedUserIds: string[]): ConditionalAccessPolicy {
  return {
    id: FABRIKAM.policy,
    templateId: null,
    displayName: 'Require MFA for all users',
    createdDateTime: LONG_AGO,
    modifiedDateTime: '2025-02-04T09:30:00Z',
    state: 'enabled',
    conditions: {
      userRiskLevels: [],
      signInRiskLevels: [],
      clientAppTypes: ['all'],
      platforms: null,
      locations: null,
      devices: null,
      applications: {
        includeApplications: ['All'],
        excludeApplications: [],
        includeUserActions: [],
        includeAuthenticationContextClassReferences: [],
      },
      users: {
        includeUsers: ['All'],
        excludeUsers: excludedUserIds,
        includeGroups: [],
        excludeGroups: [],
        includeRoles: [],
        excludeRoles: [],
      },
    },
    grantControls: {
      operator: 'OR',
      builtInControls: ['mfa'],
      customAuthenticationFactors: [],
      termsOfUse: [],
      authenticationStrength: null,
    },
    sessionControls: null,
  };
}

function fabrikamUsers(): User[] {
  return [
    makeUser({
      id: FABRIKAM.mira,
      userPrincipalName: 'mira.berg@fabrikam.example',
      displayName: 'Mira Berg',
      roleTemplateIds: [ROLE.globalAdministrator],
      methods: withAuthenticator('b1c2d3e4-0001-4000-8000-000000000001'),
      skuIds: [SKU.spb],
    }),
    makeUser({
      id: FABRIKAM.okafor,
      userPrincipalName: 's.okafor@fabrikam.example',
      displayName: 'Samuel Okafor',
      roleTemplateIds: [ROLE.conditionalAccessAdministrator],
      methods: withAuthenticator('b1c2d3e4-0002-4000-8000-000000000002'),
      skuIds: [SKU.spb],
    }),
    makeUser({
      id: FABRIKAM.lind,
      userPrincipalName: 'a.lind@fabrikam.example',
      displayName: 'Astrid Lind',
      roleTemplateIds: [ROLE.securityReader],
      methods: withAuthenticator('b1c2d3e4-0003-4000-8000-000000000003'),
      skuIds: [SKU.spb],
    }),
    makeUser({
      id: FABRIKAM.accountant,
      userPrincipalName: 't.moreau@fabrikam.example',
      displayName: 'Theo Moreau',
      skuIds: [SKU.spb, SKU.dynamicsSales],
    }),
  ];
}

function fabrikamSkus(): Sku[] {
  const p1 = [PLAN.entraP1, 'AAD_PREMIUM'] as const;
  const mfa = [PLAN.mfaPremium, 'MFA_PREMIUM'] as const;
  return [
    makeSku(SKU.spb, 'SPB', 25, [p1, mfa, [PLAN.exchange, 'EXCHANGE_S_STANDARD']]),
    makeSku(SKU.ems, 'EMS', 10, [p1, mfa]),
    makeSku(SKU.dynamicsSales, 'DYN365_ENTERPRISE_SALES', 5, [
      [PLAN.dynamicsSales, 'DYN365_ENTERPRISE_SALES'],
    ]),
  ];
}

function securityRequirements(): Record<string, unknown>[] {
  const requirement = (type: string, id: string, more: Record<string, unknown>) => ({
    '@odata.type': `#microsoft.graph.partner.security.${type}`,
    id,
    score: 20,
    maxScore: 20,
    state: 'active',
    complianceStatus: 'compliant',
    ...more,
  });
  return [
    requirement('adminsMfaEnforcedSecurityRequirement', 'd6f1a0e2-0001-4000-8000-00000000000a', {
      requirementType: 'mfaEnforcedForAdmins',
      legacyPerUserMfaStatus: 'disabled',
      mfaConditionalAccessPolicyStatus: 'enabled',
      mfaSecurityDefaultsStatus: 'disabled',
      adminsRequiredNotUsingMfaCount: 0,
    }),
  ];
}

/** Fabrikam Cloud, a direct-bill partner: security defaults on, no integration account yet. */
export function fabrikam(): TenantState {
  const domain = (name: string, isDefault: boolean) => ({
    name,
    isDefault,
    isInitial: !isDefault,
    type: 'Managed',
  });
  return {
    id: FABRIKAM.tenant,
    displayName: 'Fabrikam Cloud',
    verifiedDomains: [
      domain('fabrikam.example', true),
      domain('fabrikam.onmicrosoft.example', false),
    ],
    partnerTenantType: 'resellerPartnerDelegatedAdmin',
    countryLetterCode: 'GB',
    users: fabrikamUsers(),
    groups: [
      makeGroup(FABRIKAM.adminAgents, 'AdminAgents', [FABRIKAM.mira]),
      makeGroup(FABRIKAM.helpdeskAgents, 'HelpdeskAgents', [FABRIKAM.lind]),
      makeGroup(FABRIKAM.salesAgents, 'SalesAgents', [FABRIKAM.accountant]),
    ],
    skus: fabrikamSkus(),
    policies: [],
    namedLocations: [],
    securityDefaults: true,
    directoryAudits: [],
    signIns: [],
    partnerSecurityRequirements: securityRequirements(),
    adminConsentedScopes: [],
    userConsentedScopes: {},
  };
}
