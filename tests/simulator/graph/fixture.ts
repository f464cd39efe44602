import { graphSite } from '../../../simulator/graph/index.ts';
import { ROLE } from '../../../simulator/graph/roles.ts';
import { Clock } from '../../../simulator/tenant/clock.ts';
import type { Group, TenantState, User } from '../../../simulator/tenant/state.ts';
import { Tenant } from '../../../simulator/tenant/tenant.ts';
import type { World } from '../../../simulator/world.ts';

export const TENANT_ID = '6ca1ab1e-0000-4000-8000-000000000001';
export const ADMIN_ID = '11111111-0000-4000-8000-00000000000a';
export const ACCOUNT_ID = '11111111-0000-4000-8000-00000000000b';
export const AGENTS_ID = '22222222-0000-4000-8000-00000000000a';
export const NESTED_ID = '22222222-0000-4000-8000-00000000000b';
export const P1_SKU = '078d2b04-f1bd-4111-bbd4-b4b1b354cef4';
export const PARTNER_CENTER_APP = 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd';

export function makeUser(changes: Partial<User> & Pick<User, 'id' | 'userPrincipalName'>): User {
  return {
    displayName: changes.userPrincipalName.split('@')[0] ?? '',
    givenName: null,
    surname: null,
    accountEnabled: true,
    userType: 'Member',
    creationType: null,
    externalUserState: null,
    onPremisesSyncEnabled: null,
    passwordPolicies: null,
    createdDateTime: '2026-11-01T08:00:00Z',
    lastPasswordChangeDateTime: '2026-11-01T08:00:00Z',
    usageLocation: 'NL',
    skuIds: [],
    roleTemplateIds: [],
    methods: [],
    perUserMfaState: 'disabled',
    password: 'toy',
    mustChangePassword: false,
    ...changes,
  };
}

export function makeGroup(changes: Partial<Group> & Pick<Group, 'id' | 'displayName'>): Group {
  return {
    description: null,
    securityEnabled: true,
    mailEnabled: false,
    mailNickname: changes.displayName,
    isAssignableToRole: null,
    memberIds: [],
    ...changes,
  };
}

export function makeState(changes: Partial<TenantState> = {}): TenantState {
  return {
    id: TENANT_ID,
    displayName: 'Fabrikam Cloud',
    verifiedDomains: [
      { name: 'fabrikam.onmicrosoft.com', isDefault: false, isInitial: true, type: 'Managed' },
      { name: 'fabrikam.example', isDefault: true, isInitial: false, type: 'Managed' },
    ],
    partnerTenantType: 'valueAddedResellerPartnerDelegatedAdmin',
    countryLetterCode: 'NL',
    users: [
      makeUser({
        id: ADMIN_ID,
        userPrincipalName: 'ada@fabrikam.example',
        roleTemplateIds: [ROLE['Global Reader']],
      }),
      makeUser({
        id: ACCOUNT_ID,
        userPrincipalName: 'work365@fabrikam.example',
        skuIds: [P1_SKU],
        methods: [{ type: 'password', id: 'p', createdDateTime: '2026-11-01T08:00:00Z' }],
      }),
    ],
    groups: [
      makeGroup({ id: AGENTS_ID, displayName: 'AdminAgents', memberIds: [NESTED_ID] }),
      makeGroup({ id: NESTED_ID, displayName: 'Integration', memberIds: [ACCOUNT_ID, AGENTS_ID] }),
    ],
    skus: [
      {
        skuId: P1_SKU,
        skuPartNumber: 'AAD_PREMIUM',
        capabilityStatus: 'Enabled',
        prepaidUnits: { enabled: 5, suspended: 0, warning: 0, lockedOut: 0 },
        servicePlans: [
          {
            servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
            servicePlanName: 'AAD_PREMIUM',
            provisioningStatus: 'Success',
            appliesTo: 'User',
          },
        ],
      },
    ],
    policies: [],
    namedLocations: [],
    securityDefaults: false,
    directoryAudits: [],
    signIns: [],
    partnerSecurityRequirements: [],
    adminConsentedScopes: [],
    userConsentedScopes: {},
    ...changes,
  };
}

export const ALL_SCOPES = [
  'User.Read',
  'User.Read.All',
  'GroupMember.Read.All',
  'Policy.Read.All',
  'AuditLog.Read.All',
  'UserAuthenticationMethod.Read.All',
  'LicenseAssignment.Read.All',
  'PartnerSecurity.Read.All',
];

export type Options = Readonly<{
  state?: Partial<TenantState>;
  scopes?: readonly string[];
  /** The reader's directory roles, in place of Global Reader. */
  roles?: readonly string[];
  throttling?: boolean;
}>;

/** A world with one tenant, whose administrator Ada holds the token `token`. */
export function makeWorld({
  state = {},
  scopes = ALL_SCOPES,
  roles,
  throttling,
}: Options = {}): World {
  const clock = new Clock();
  const whole = makeState(state);
  const ada = whole.users.find(({ id }) => id === ADMIN_ID);
  if (roles && ada) ada.roleTemplateIds = [...roles];
  const tenant = new Tenant(whole, clock);
  return {
    clock,
    tenants: [tenant],
    app: { clientId: 'client', redirectUris: [] },
    traits: { language: 'en', theme: 'light', contentDelayMs: 0, labelGeneration: 'current' },
    faults: [],
    seen: [],
    ...(throttling === undefined ? {} : { throttling }),
    bearer: (token) => {
      const user = tenant.truth.users.find(({ id }) => id === ADMIN_ID);
      if (token !== 'token' || !user) return undefined;
      return { tenant, user, mfa: true, scopes: [...scopes] };
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of many shapes
export type Reply = Readonly<{ status: number; headers: Headers; body: any }>;
export type Ask = (method: string, path: string, body?: unknown) => Promise<Reply>;

/** Asks the simulated Graph of a world, with Ada's token. */
export function askAs(world: World, token: string | undefined = 'token'): Ask {
  const app = graphSite.app(world);
  return async (method, path, body) => {
    const init: RequestInit = {
      method,
      headers: token ? { Authorization: `Bearer ${token}` } : {},
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await app.fetch(new Request(`https://graph.microsoft.com${path}`, init));
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
}

export function ask(options: Options = {}): Ask {
  return askAs(makeWorld(options));
}
