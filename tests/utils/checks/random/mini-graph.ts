/** Answers reads from a random tenant, or refuses them where the tenant is blind. */
import type { Read, ReadResult } from '@/utils/domain/read.ts';
import {
  accountJson,
  detailsJson,
  methodsJson,
  policyJson,
  signInJson,
  skusJson,
} from './graph-json.ts';
import {
  ACCOUNT,
  type Area,
  type Blindness,
  IDS,
  minutesAgo,
  NOW_MS,
  type RandomTenant,
  RECORD_MINUTES,
} from './tenant.ts';
import { applies } from './truth.ts';

type Answer = (tenant: RandomTenant, read: Read) => unknown;
type Route = readonly [RegExp, Area, Answer];

const list = (value: unknown[]) => ({ value });
const ABSENT = Symbol('absent');

function groupIdsOf({ agentGroups }: RandomTenant, nested: boolean): string[] {
  const agents = agentGroups.flatMap(({ member }, index) =>
    member === 'direct' || (nested && member === 'nested') ? [agentGroupId(index)] : [],
  );
  return [IDS.directGroup, ...(nested ? [IDS.nestedGroup] : []), ...agents];
}

function agentGroupId(index: number): string {
  return `60000000-0000-4000-8000-00000000000${index}`;
}

function rolesJson({ account }: RandomTenant): unknown[] {
  const roles = [IDS.heldRole, ...(account.globalAdmin ? [IDS.globalAdmin] : [])];
  return roles.map((roleTemplateId) => ({
    id: roleTemplateId,
    displayName: 'A role',
    roleTemplateId,
  }));
}

function whatIf(tenant: RandomTenant, read: Read): unknown {
  const body = read.body as {
    signInConditions: { clientAppType: string; devicePlatform: 'windows' | 'linux' };
  };
  const at = {
    client: body.signInConditions.clientAppType === 'browser' ? 'browser' : 'mobile',
    platform: body.signInConditions.devicePlatform,
    place: 'anywhere',
    signInRisk: 'none',
    userRisk: false,
    filteredDevice: false,
    deviceCode: false,
  } as const;
  const results = tenant.policies.map((policy, index) => ({
    ...policyJson(policy, index),
    policyApplies: policy.state !== 'disabled' && applies(policy, tenant, at),
    analysisReasons: 'notSet',
  }));
  return list(results);
}

function signIns(tenant: RandomTenant): unknown {
  const kept = tenant.signIns.filter(({ minutesAgo }) => minutesAgo <= RECORD_MINUTES);
  return list(kept.flatMap(signInJson));
}

function audits(tenant: RandomTenant, read: Read): unknown {
  if (!/group|role/.test(read.path)) return list([]);
  const row = {
    activityDateTime: minutesAgo(tenant.memberSinceMinutes),
    activityDisplayName: 'Add member to group',
    result: 'success',
    targetResources: [{ id: IDS.account }],
  };
  return list([row]);
}

function report(tenant: RandomTenant): unknown {
  const isMfaRegistered = tenant.methods.some((one) =>
    ['authenticator', 'phone', 'brand-new'].includes(one),
  );
  return {
    id: IDS.account,
    isMfaRegistered,
    isMfaCapable: isMfaRegistered && tenant.methodsAllowed,
    methodsRegistered: tenant.methods.map((one) => (one === 'phone' ? 'mobilePhone' : one)),
    lastUpdatedDateTime: minutesAgo(60),
  };
}

function methodsPolicy({ methodsAllowed }: RandomTenant): unknown {
  const ids = ['MicrosoftAuthenticator', 'Sms', 'Voice'];
  return {
    policyMigrationState: 'migrationComplete',
    authenticationMethodConfigurations: ids.map((id) => ({
      id,
      state: methodsAllowed ? 'enabled' : 'disabled',
      includeTargets: [{ id: 'all_users' }],
      excludeTargets: [],
    })),
  };
}

const organization = list([
  {
    id: IDS.tenant,
    displayName: 'Fabrikam',
    verifiedDomains: [{ name: 'fabrikam.example', isDefault: true, isInitial: false }],
  },
]);

function score({ score: status }: RandomTenant): unknown {
  const type = '#microsoft.graph.partner.security.adminsMfaEnforcedSecurityRequirement';
  return list(status === 'absent' ? [] : [{ '@odata.type': type, complianceStatus: status }]);
}

const ROUTES: readonly Route[] = [
  [/^\/organization/, 'organization', () => organization],
  [
    /^\/me\/transitiveMemberOf/,
    'my-roles',
    () => list([{ id: 'a', displayName: 'Global Administrator', roleTemplateId: IDS.globalAdmin }]),
  ],
  [/directoryRole/, 'roles', (tenant) => list(rolesJson(tenant))],
  [
    /transitiveMemberOf/,
    'groups',
    (tenant) => list(groupIdsOf(tenant, true).map((id) => ({ id, displayName: 'G' }))),
  ],
  [
    /memberOf/,
    'groups',
    (tenant) => list(groupIdsOf(tenant, false).map((id) => ({ id, displayName: 'G' }))),
  ],
  [
    /checkMemberGroups/,
    'groups',
    (tenant, read) => {
      const { groupIds } = read.body as { groupIds: string[] };
      return list(groupIds.filter((id) => groupIdsOf(tenant, true).includes(id)));
    },
  ],
  [
    /^\/groups/,
    'groups',
    ({ agentGroups }) =>
      list(
        agentGroups.map((_, index) => ({
          id: agentGroupId(index),
          displayName: 'AdminAgents',
          securityEnabled: true,
        })),
      ),
  ],
  [/licenseDetails/, 'details', (tenant) => list(detailsJson(tenant))],
  [/^\/subscribedSkus/, 'skus', (tenant) => list(skusJson(tenant))],
  [/evaluate/, 'what-if', whatIf],
  [/conditionalAccess\/policies/, 'policies', ({ policies }) => list(policies.map(policyJson))],
  [
    /identitySecurityDefaults/,
    'defaults',
    ({ securityDefaults }) => ({ isEnabled: securityDefaults }),
  ],
  [/authenticationMethodsPolicy/, 'methods-policy', methodsPolicy],
  [/authentication\/requirements/, 'per-user', ({ perUser }) => ({ perUserMfaState: perUser })],
  [/authentication\/methods/, 'methods', (tenant) => list(methodsJson(tenant))],
  [/userRegistrationDetails/, 'report', report],
  [/directoryAudits/, 'audits', audits],
  [/signIns/, 'sign-ins', signIns],
  [/securityScore/, 'partner', score],
  [
    /^\/users\/[^/]+\?/,
    'account',
    (tenant) => (tenant.account.exists ? accountJson(tenant) : ABSENT),
  ],
];

const observedAt = new Date(NOW_MS).toISOString();

function refused(status: number, code: string): ReadResult {
  return { kind: 'refused', status, code, message: '', observedAt };
}

const BLIND: Readonly<Record<Exclude<Blindness, 'none' | 'no-scope'>, ReadResult>> = {
  'no-role': refused(403, 'Authorization_RequestDenied'),
  'no-licence': refused(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'),
  throttled: refused(429, 'TooManyRequests'),
  offline: refused(0, ''),
  broken: refused(503, 'ServiceUnavailable'),
  garbage: { kind: 'answer', body: { surprise: true }, observedAt },
};

/** @throws Error for a request this Graph has never heard of. */
export function answer(tenant: RandomTenant, read: Read): ReadResult {
  const route = ROUTES.find(([pattern]) => pattern.test(read.path));
  if (!route) throw new Error(`No route for ${read.path}`);
  const blindness = tenant.blind[route[1]] ?? 'none';
  if (blindness === 'no-scope') return { kind: 'not-consented', missing: read.scopes, observedAt };
  if (blindness !== 'none') return BLIND[blindness];
  const body = route[2](tenant, read);
  if (body === ABSENT) return refused(404, 'Request_ResourceNotFound');
  return { kind: 'answer', body, observedAt };
}

export { ACCOUNT };
