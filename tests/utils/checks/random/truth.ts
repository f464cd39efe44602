/**
 * What is true of a random tenant, found by trying sign-ins, one by one, in every situation there
 * is. Written from Microsoft's rules; shares nothing with the product.
 */
import {
  type Control,
  type Exclude,
  type Include,
  type RandomPolicy,
  type RandomTenant,
  RECORD_MINUTES,
} from './tenant.ts';

type Situation = Readonly<{
  client: 'browser' | 'mobile';
  place: 'office' | 'trusted-elsewhere' | 'anywhere';
  platform: 'windows' | 'android' | 'linux';
  signInRisk: 'none' | 'low' | 'high';
  userRisk: boolean;
  filteredDevice: boolean;
  deviceCode: boolean;
}>;

const CLIENTS = ['browser', 'mobile'] as const;
const PLACES = ['office', 'trusted-elsewhere', 'anywhere'] as const;
const PLATFORMS = ['windows', 'android', 'linux'] as const;
const RISKS = ['none', 'low', 'high'] as const;
const BOTH = [false, true] as const;

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('An empty list of choices');
  return value;
}

/** Every combination, counted through like the digits of a number. */
const SITUATIONS: readonly Situation[] = Array.from(
  { length: 2 * 3 * 3 * 3 * 2 ** 3 },
  (_, number) => {
    const flags = Math.floor(number / 54);
    return {
      client: at(CLIENTS, number),
      place: at(PLACES, Math.floor(number / 2)),
      platform: at(PLATFORMS, Math.floor(number / 6)),
      signInRisk: at(RISKS, Math.floor(number / 18)),
      userRisk: at(BOTH, flags),
      filteredDevice: at(BOTH, Math.floor(flags / 2)),
      deviceCode: at(BOTH, Math.floor(flags / 4)),
    };
  },
);

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
  if (places === 'all-but-office') return place !== 'office';
  return places !== 'all-but-trusted' || place === 'anywhere';
}

function meetsPlatform({ platforms }: RandomPolicy, { platform }: Situation): boolean {
  if (platforms === 'windows' || platforms === 'android') return platform === platforms;
  return platforms !== 'all-but-android' || platform !== 'android';
}

function meetsRisk({ signInRisk: wanted }: RandomPolicy, { signInRisk: risk }: Situation): boolean {
  if (wanted === 'safe') return risk === 'none';
  if (wanted === 'risky') return risk === 'high';
  return wanted !== 'all-risks' || risk !== 'none';
}

function meetsDevice({ devices }: RandomPolicy, { filteredDevice }: Situation): boolean {
  return devices === 'any' || filteredDevice === (devices === 'filtered');
}

export function applies(policy: RandomPolicy, tenant: RandomTenant, at: Situation): boolean {
  return (
    isIncluded(policy.include, tenant) &&
    !isExcluded(policy.exclude, tenant) &&
    isAboutPartnerCenter(policy) &&
    meetsClient(policy, at) &&
    meetsPlace(policy, at) &&
    meetsPlatform(policy, at) &&
    meetsRisk(policy, at) &&
    meetsDevice(policy, at) &&
    (!policy.userRisk || at.userRisk) &&
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

export function isBlockedAlways(tenant: RandomTenant): boolean {
  return SITUATIONS.every((at) => outcomeAt(tenant, at) === 'blocked');
}

/** Nobody gets in without MFA. Where everybody is refused, only per-user MFA still makes it so. */
export function mfaRequired(tenant: RandomTenant): boolean {
  if (!tenant.account.exists) return false;
  return tenant.perUser === 'enforced' || policiesDemandMfa(tenant);
}

/** Minutes since a policy is about the account as it is now. */
function ageOf(policy: RandomPolicy, { memberSinceMinutes }: RandomTenant): number {
  const { changedMinutesAgo, include, exclude } = policy;
  const byMembership = !['all', 'account'].includes(include) || exclude === 'other-group';
  return byMembership ? Math.min(changedMinutesAgo, memberSinceMinutes) : changedMinutesAgo;
}

/** For how many minutes, at least, rules that have not changed since demand MFA of every sign-in. */
function demandedForMinutes(tenant: RandomTenant): number {
  const ages = tenant.policies.map((policy) => ageOf(policy, tenant));
  const demandedBy = (leastAge: number) =>
    policiesDemandMfa({
      ...tenant,
      policies: tenant.policies.filter((_, index) => (ages[index] ?? 0) >= leastAge),
    });
  return Math.max(-1, ...ages.filter(demandedBy));
}

/** Rules that together demand MFA are all at least ten minutes old. */
export function policySettled(tenant: RandomTenant): boolean {
  if (!mfaRequired(tenant)) return false;
  return tenant.perUser === 'enforced' || demandedForMinutes(tenant) >= 10;
}

export function mfaProved(tenant: RandomTenant): boolean {
  if (!policySettled(tenant)) return false;
  const since =
    tenant.perUser === 'enforced' ? Number.POSITIVE_INFINITY : demandedForMinutes(tenant);
  const after = tenant.signIns.filter(({ minutesAgo }) => minutesAgo <= since);
  return after.some(({ kind }) => ['mfa', 'previous', 'one-step'].includes(kind));
}

/**
 * MFA was passed once all rules had been as they are for ten minutes, and no sign-in since went
 * without it: whoever says no is wrong, whether the sign-in is still on record or not.
 */
export function mfaPlainlyProved(tenant: RandomTenant): boolean {
  if (!mfaProved(tenant) || isBlockedAlways(tenant)) return false;
  const { policies, memberSinceMinutes, signIns } = tenant;
  const changes = [memberSinceMinutes, ...policies.map((policy) => policy.changedMinutesAgo)];
  const since = signIns.filter(({ minutesAgo }) => minutesAgo <= Math.min(...changes) - 10);
  const isWithout = signIns.some(({ kind }) => kind === 'single' || kind === 'skipped');
  return !isWithout && since.some(({ kind }) => ['mfa', 'previous', 'one-step'].includes(kind));
}

/** No successful sign-in is on record, and one from before the record would be as good. */
export function isBeyondRecord(tenant: RandomTenant): boolean {
  const { account, signIns, perUser } = tenant;
  const failed = ['failed', 'interrupted'];
  const kept = signIns.filter(({ minutesAgo }) => minutesAgo <= RECORD_MINUTES);
  const isRuleOlder = perUser === 'enforced' || demandedForMinutes(tenant) > RECORD_MINUTES;
  const isOlder = account.madeMinutesAgo > RECORD_MINUTES && isRuleOlder;
  return isOlder && kept.every(({ kind }) => failed.includes(kind));
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
