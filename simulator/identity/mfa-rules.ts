import type { ConditionalAccessPolicy, MfaMethod, TenantState, User } from '../tenant/state.ts';
import type { Client } from './clients.ts';

type AppliedPolicy = Readonly<{
  policy: ConditionalAccessPolicy;
  controls: readonly string[];
}>;

/** What a tenant asks of one account for one app. */
export type Demand = Readonly<{
  /** A policy says no, whatever is proved. */
  blockedBy: ConditionalAccessPolicy | undefined;
  /** A second factor is needed. */
  mfa: boolean;
  /** A second factor of this very sign-in is needed; an earlier one does not do. */
  fresh: boolean;
  /** A method has to be registered although no challenge is due. */
  register: boolean;
  /** Who asks, in the words of `authenticationRequirementPolicies`. */
  providers: readonly string[];
  applied: readonly AppliedPolicy[];
}>;

/** Built-in admin roles that security defaults challenge at every sign-in. */
const DEFAULTS_ROLES = new Set([
  '62e90394-69f5-4237-9190-012177145e10',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  'c4e39bd9-1100-46d3-8c65-fb160da0071f',
  'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
  '29232cdf-9323-42fd-ade2-1d097af3e4de',
  '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  '966707d0-3269-4727-9be2-8c3a10f19b9d',
  '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  'e8611ab8-c189-46e8-94e1-60213ab1f814',
  '194ae4cb-b126-40b2-bd5b-6091b380977d',
  'f28a1f50-f6e7-4571-818b-6a12f2af6b6c',
  'fe930be7-5e62-47db-91af-98c3a49a38b1',
  '0526716b-113d-4c15-b2c8-68e3c22b9f80',
]);

const NOT_MFA = new Set<MfaMethod['type']>(['password', 'email', 'temporaryAccessPass']);

/** Methods that can answer a challenge for a second factor. */
export function strongMethods(user: User): MfaMethod[] {
  return user.methods.filter((method) => !NOT_MFA.has(method.type));
}

function list(holder: unknown, key: string): string[] {
  const value = (holder as Record<string, unknown> | null | undefined)?.[key];
  return Array.isArray(value) ? value.map(String) : [];
}

function groupIdsOf(state: TenantState, memberId: string, seen = new Set<string>()): Set<string> {
  for (const group of state.groups) {
    if (!group.memberIds.includes(memberId) || seen.has(group.id)) continue;
    seen.add(group.id);
    groupIdsOf(state, group.id, seen);
  }
  return seen;
}

function coversUser(state: TenantState, user: User, users: unknown): boolean {
  const groups = groupIdsOf(state, user.id);
  const named = (prefix: 'include' | 'exclude') =>
    list(users, `${prefix}Users`).includes(user.id) ||
    list(users, `${prefix}Groups`).some((id) => groups.has(id)) ||
    list(users, `${prefix}Roles`).some((id) => user.roleTemplateIds.includes(id));
  const included = list(users, 'includeUsers').includes('All') || named('include');
  return included && !named('exclude');
}

function coversApp(client: Client, applications: unknown): boolean {
  const included = list(applications, 'includeApplications');
  const excluded = list(applications, 'excludeApplications');
  const ids = [client.id, client.resource.id];
  if (excluded.some((id) => ids.includes(id))) return false;
  return included.some((id) => id.toLowerCase() === 'all' || ids.includes(id));
}

/** Risk never occurs in the simulation, and every sign-in comes from an unnamed place. */
function conditionsHold(conditions: Record<string, unknown>): boolean {
  const risky = ['userRiskLevels', 'signInRiskLevels'].some((key) => list(conditions, key).length);
  const clients = list(conditions, 'clientAppTypes').map((type) => type.toLowerCase());
  const places = list(conditions.locations, 'includeLocations');
  const clientHolds = clients.length === 0 || clients.some((c) => c === 'all' || c === 'browser');
  return !risky && clientHolds && (places.length === 0 || places.includes('All'));
}

function controlsOf(policy: ConditionalAccessPolicy): string[] {
  const strength = policy.grantControls?.authenticationStrength ? ['mfa'] : [];
  return [...list(policy.grantControls, 'builtInControls'), ...strength];
}

function appliedPolicies(state: TenantState, user: User, client: Client): AppliedPolicy[] {
  return state.policies
    .filter((policy) => policy.state === 'enabled')
    .filter(({ conditions }) => coversUser(state, user, conditions.users))
    .filter(({ conditions }) => coversApp(client, conditions.applications))
    .filter(({ conditions }) => conditionsHold(conditions))
    .map((policy) => ({ policy, controls: controlsOf(policy) }));
}

function wantsEverySignIn({ policy }: AppliedPolicy): boolean {
  const frequency = policy.sessionControls?.signInFrequency as Record<string, unknown> | undefined;
  return frequency?.isEnabled === true && frequency.frequencyInterval === 'everyTime';
}

const NOTHING: Demand = {
  blockedBy: undefined,
  mfa: false,
  fresh: false,
  register: false,
  providers: [],
  applied: [],
};

/**
 * Reads the tenant's rules the way the sign-in service does, as far as the portals can set them.
 * `isRegistering`: the account is on its way to register its first method, which needs no second
 * factor as long as it has none.
 */
export function demandOf(
  state: TenantState,
  user: User,
  client: Client,
  isRegistering: boolean,
): Demand {
  const strong = strongMethods(user).length > 0;
  if (isRegistering && !strong) return NOTHING;
  const applied = appliedPolicies(state, user, client);
  const byPolicy = applied.filter(({ controls }) => controls.includes('mfa'));
  const defaultsAsk =
    state.securityDefaults && user.roleTemplateIds.some((id) => DEFAULTS_ROLES.has(id));
  const providers = [
    ...(byPolicy.length > 0 ? ['multiConditionalAccess'] : []),
    ...(defaultsAsk ? ['securityDefaults'] : []),
    ...(user.perUserMfaState !== 'disabled' ? ['user'] : []),
    ...(client.mandatoryMfa ? ['enforcedForCspAdmins'] : []),
  ];
  return {
    blockedBy: applied.find(({ controls }) => controls.includes('block'))?.policy,
    mfa: providers.length > 0,
    fresh: byPolicy.some(wantsEverySignIn),
    register: state.securityDefaults && !strong,
    providers,
    applied,
  };
}
