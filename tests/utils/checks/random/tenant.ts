/** A random tenant in plain terms. Nothing here knows how the product judges. */

export type Include =
  | 'all'
  | 'account'
  | 'direct-group'
  | 'nested-group'
  | 'other-group'
  | 'held-role'
  | 'other-role'
  | 'guests'
  | 'nobody';
export type Exclude =
  | 'nobody'
  | 'account'
  | 'nested-group'
  | 'held-role'
  | 'other-group'
  | 'guests';
export type Apps =
  | 'all'
  | 'partner-center'
  | 'other'
  | 'admin-portals'
  | 'office-365'
  | 'filter-with'
  | 'filter-without'
  | 'user-action';
export type Control =
  | 'mfa'
  | 'strength'
  | 'custom-strength'
  | 'compliant-device'
  | 'terms'
  | 'password-change'
  | 'custom-factor'
  | 'block';

export type RandomPolicy = Readonly<{
  state: 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced';
  include: Include;
  exclude: Exclude;
  apps: Apps;
  excludedApp: 'none' | 'partner-center' | 'other';
  clients: 'all' | 'both' | 'browser' | 'mobile' | 'legacy';
  places: 'any' | 'all' | 'all-but-trusted' | 'trusted' | 'office' | 'all-but-office';
  platforms: 'any' | 'all' | 'all-but-android' | 'android' | 'windows';
  /** `risky`: medium and high; `all-risks`: low too; `safe`: none. */
  signInRisk: 'any' | 'risky' | 'all-risks' | 'safe';
  userRisk: boolean;
  devices: 'any' | 'filtered' | 'not-filtered';
  deviceCode: boolean;
  operator: 'AND' | 'OR';
  controls: readonly Control[];
  changedMinutesAgo: number;
}>;

export type RandomSignIn = Readonly<{
  minutesAgo: number;
  kind: 'mfa' | 'previous' | 'one-step' | 'single' | 'failed' | 'interrupted' | 'skipped';
  partnerCenter: boolean;
}>;

export type Blindness =
  | 'none'
  | 'no-scope'
  | 'no-role'
  | 'no-licence'
  | 'throttled'
  | 'offline'
  | 'broken'
  | 'garbage';

export const AREAS = [
  'account',
  'groups',
  'roles',
  'my-roles',
  'organization',
  'skus',
  'details',
  'what-if',
  'policies',
  'defaults',
  'per-user',
  'methods',
  'methods-policy',
  'report',
  'audits',
  'sign-ins',
  'partner',
] as const;
export type Area = (typeof AREAS)[number];

export type RandomTenant = Readonly<{
  account: Readonly<{
    exists: boolean;
    enabled: boolean;
    kind: 'member' | 'guest' | 'b2b-member' | 'unknown-type';
    isReader: boolean;
    globalAdmin: boolean;
    madeMinutesAgo: number;
  }>;
  /** Security groups named AdminAgents; the first is Partner Center's. */
  agentGroups: readonly Readonly<{ member: 'no' | 'direct' | 'nested' }>[];
  sku: 'none' | 'usable' | 'full' | 'suspended';
  licence: 'none' | 'on' | 'off';
  dynamics: boolean;
  policies: readonly RandomPolicy[];
  securityDefaults: boolean;
  perUser: 'disabled' | 'enabled' | 'enforced';
  methods: readonly ('authenticator' | 'phone' | 'password' | 'email' | 'pass' | 'brand-new')[];
  /** The tenant's methods policy lets the account use them. */
  methodsAllowed: boolean;
  signIns: readonly RandomSignIn[];
  /** Group or role membership changed so long ago. */
  memberSinceMinutes: number;
  score: 'compliant' | 'noncomplaint' | 'absent';
  blind: Readonly<Partial<Record<Area, Blindness>>>;
}>;

export const IDS = {
  tenant: '10000000-0000-4000-8000-000000000001',
  reader: '10000000-0000-4000-8000-000000000002',
  account: '10000000-0000-4000-8000-000000000003',
  directGroup: '20000000-0000-4000-8000-000000000001',
  nestedGroup: '20000000-0000-4000-8000-000000000002',
  otherGroup: '20000000-0000-4000-8000-000000000003',
  heldRole: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  otherRole: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  globalAdmin: '62e90394-69f5-4237-9190-012177145e10',
  partnerCenter: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd',
  otherApp: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  office: '30000000-0000-4000-8000-000000000001',
} as const;

/** Microsoft keeps sign-ins for 30 days. */
export const RECORD_MINUTES = 30 * 24 * 60;

export const ACCOUNT = 'work365integration@fabrikam.example';
export const NOW_MS = Date.parse('2026-11-23T12:00:30Z');

export function minutesAgo(minutes: number): string {
  return new Date(NOW_MS - minutes * 60_000).toISOString();
}
