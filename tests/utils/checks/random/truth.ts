/**
 * What is true of a random tenant, found by trying sign-ins, one by one, in every situation there
 * is. Written from Microsoft's rules; shares nothing with the product.
 */
import type { Control, Exclude, Include, RandomPolicy, RandomTenant } from './tenant.ts';

type Situation = Readonly<{
  client: 'browser' | 'mobile';
  place: 'office' | 'trusted-elsewhere' | 'anywhere';
  platform: 'windows' | 'android' | 'linux';
  signInRisk: boolean;
  userRisk: boolean;
  filteredDevice: boolean;
  deviceCode: boolean;
}>;

const CLIENTS = ['browser', 'mobile'] as const;
const PLACES = ['office', 'trusted-elsewhere', 'anywhere'] as const;
const PLATFORMS = ['windows', 'android', 'linux'] as const;
const BOTH = [false, true] as const;

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('An empty list of choices');
  return value;
}

/** Every combination, counted through like the digits of a number. */
const SITUATIONS: readonly Situation[] = Array.from({ length: 2 * 3 * 3 * 2 ** 4 }, (_, number) => {
  const flags = Math.floor(number / 18);
  return {
    client: at(CLIENTS, number),
    place: at(PLACES, Math.floor(number / 2)),
    platform: at(PLATFORMS, Math.floor(number / 6)),
    signInRisk: at(BOTH, flags),
    userRisk: at(BOTH, Math.floor(flags / 2)),
    filteredDevice: at(BOTH, Math.floor(flags / 4)),
    deviceCode: at(BOTH, Math.floor(flags / 8)),
  };
});

function isExternal(tenant: RandomTenant): boolean {
  return tenant.account.kind === 'guest' || tenant.account.kind === 'b2b-member';
}

function isIncluded(include: Include, tenant: RandomTenant): boolean {
  if (include === 'guests') return isExternal(tenant);
  return ['all', 'account', 'direct-group', 'nested-group', 'held-role'].includes(include);
}

function isExcluded(exclude: Exclude, tenant: RandomTenant): boolean {
  if (exclude === 'guests') return isExternal(tenant);
  return ['account', 'nested-group', 'held-role'].includes(exclude);
}

export function isAboutPartnerCenter(policy: RandomPolicy): boolean {
  if (policy.excludedApp === 'partner-center') return false;
  return ['all', 'partner-center', 'filter-with'].includes(policy.apps);
}

function meetsClient({ clients }: RandomPolicy, { client }: Situation): boolean {
  if (clients === 'legacy') return false;
  return clients === 'all' || clients === 'both' || clients === client;
}

function meetsPlace({ places }: RandomPolicy, { place }: Situation): boolean {
  if (places === 'office') return place === 'office';
  if (places === 'trusted') return place !== 'anywhere';
  return places !== 'all-but-trusted' || place === 'anywhere';
}

function meetsPlatform({ platforms }: RandomPolicy, { platform }: Situation): boolean {
  if (platforms === 'windows') return platform === 'windows';
  return platforms !== 'all-but-android' || platform !== 'android';
}

export function applies(policy: RandomPolicy, tenant: RandomTenant, at: Situation): boolean {
  return (
    isIncluded(policy.include, tenant) &&
    !isExcluded(policy.exclude, tenant) &&
    isAboutPartnerCenter(policy) &&
    meetsClient(policy, at) &&
    meetsPlace(policy, at) &&
    meetsPlatform(policy, at) &&
    (!policy.signInRisk || at.signInRisk) &&
    (!policy.userRisk || at.userRisk) &&
    (policy.devices === 'any' || at.filteredDevice) &&
    (!policy.deviceCode || at.deviceCode)
  );
}

const IS_MFA: readonly Control[] = ['mfa', 'strength', 'custom-strength'];

/** Somebody who can do everything but MFA gets through. */
function passesWithoutMfa({ operator, controls }: RandomPolicy): boolean {
  const others = controls.filter((control) => !IS_MFA.includes(control));
  if (controls.length === 0) return true;
  return operator === 'AND' ? others.length === controls.length : others.length > 0;
}

function outcomeAt(tenant: RandomTenant, at: Situation): 'blocked' | 'mfa' | 'open' {
  const here = tenant.policies.filter(
    (policy) => policy.state === 'enabled' && applies(policy, tenant, at),
  );
  if (here.some(({ controls }) => controls.includes('block'))) return 'blocked';
  return here.some((policy) => !passesWithoutMfa(policy)) ? 'mfa' : 'open';
}

/** Every sign-in that gets through needs MFA, and some get through. */
export function policiesDemandMfa(tenant: RandomTenant): boolean {
  const outcomes = SITUATIONS.map((at) => outcomeAt(tenant, at));
  return outcomes.includes('mfa') && !outcomes.includes('open');
}

/** One policy by itself does, which no reader can miss. */
export function onePolicyDemandsMfa(tenant: RandomTenant): boolean {
  return (
    policiesDemandMfa(tenant) &&
    tenant.policies.some((policy) => policiesDemandMfa({ ...tenant, policies: [policy] }))
  );
}

function isBlockedAlways(tenant: RandomTenant): boolean {
  return SITUATIONS.every((at) => outcomeAt(tenant, at) === 'blocked');
}

export function mfaRequired(tenant: RandomTenant): boolean {
  if (!tenant.account.exists || isBlockedAlways(tenant)) return false;
  return tenant.perUser === 'enforced' || policiesDemandMfa(tenant);
}

/** Changes after which a sign-in may still follow the old rule: of anything that demands MFA. */
function demandAges(tenant: RandomTenant): number[] {
  const carriers = tenant.policies.filter((policy) =>
    policiesDemandMfa({ ...tenant, policies: [policy] }),
  );
  return carriers.map(({ changedMinutesAgo, include, exclude }) => {
    const byMembership = !['all', 'account'].includes(include) || exclude === 'other-group';
    return byMembership
      ? Math.min(changedMinutesAgo, tenant.memberSinceMinutes)
      : changedMinutesAgo;
  });
}

/** Some rule that demands MFA by itself is at least ten minutes old. */
export function policySettled(tenant: RandomTenant): boolean {
  if (!mfaRequired(tenant)) return false;
  if (tenant.perUser === 'enforced') return true;
  const ages = demandAges(tenant);
  return ages.length === 0 || ages.some((age) => age >= 10);
}

export function mfaProved(tenant: RandomTenant): boolean {
  if (!policySettled(tenant)) return false;
  const ages = demandAges(tenant);
  const since = tenant.perUser === 'enforced' ? Number.POSITIVE_INFINITY : Math.max(...ages, 0);
  const after = tenant.signIns.filter(({ minutesAgo }) => minutesAgo <= since);
  return after.some(({ kind }) => ['mfa', 'previous', 'one-step'].includes(kind));
}

export function accountExists({ account }: RandomTenant): boolean {
  const isOwn = account.kind === 'member' || account.kind === 'unknown-type';
  return account.exists && account.enabled && isOwn && !account.isReader && !account.globalAdmin;
}

export function adminAgent({ account, agentGroups }: RandomTenant): boolean {
  const [real] = agentGroups;
  return account.exists && real !== undefined && real.member !== 'no';
}

export function entraLicence({ account, sku, licence }: RandomTenant): boolean {
  return account.exists && ['usable', 'full'].includes(sku) && licence === 'on';
}

export function hasMfaMethod({ account, methods }: RandomTenant): boolean {
  const counted = ['authenticator', 'phone', 'brand-new'];
  return account.exists && methods.some((method) => counted.includes(method));
}

export function mfaRegistered(tenant: RandomTenant): boolean {
  return hasMfaMethod(tenant) && tenant.methodsAllowed;
}
