import { holdsAny } from './token.ts';

/** One delegated permission we may ask for. */
export type ScopeInfo = Readonly<{
  scope: string;
  /** Message id of what it is needed for, in `locales/<language>/scopes.json`. */
  reason: `scope.${string}`;
  /** An administrator has to consent for the organisation. */
  adminConsent: boolean;
}>;

function info(scope: string, adminConsent: boolean): ScopeInfo {
  return { scope, reason: `scope.${scope}`, adminConsent };
}

/**
 * Everything we may ask for: reads only. Which needs an administrator's consent:
 * https://learn.microsoft.com/graph/permissions-reference (tables of August 2026).
 */
export const SCOPES: readonly ScopeInfo[] = [
  info('User.Read', false),
  info('User.ReadBasic.All', false),
  info('LicenseAssignment.Read.All', false),
  info('Policy.Read.ConditionalAccess', false),
  info('User.Read.All', true),
  info('GroupMember.Read.All', true),
  info('RoleManagement.Read.Directory', true),
  info('Policy.Read.All', true),
  info('AuditLog.Read.All', true),
  info('UserAuthenticationMethod.Read.All', true),
  info('PartnerSecurity.Read.All', true),
];

/**
 * What to ask for where any one of these would do: the first that we may ask for at all.
 */
export function scopeToAsk(anyOf: readonly string[]): ScopeInfo | undefined {
  for (const wanted of anyOf) {
    const info = SCOPES.find(({ scope }) => scope === wanted);
    if (info) return info;
  }
  return undefined;
}

/** Asked for only while their wider neighbour is not. */
const NARROW: readonly string[] = ['User.ReadBasic.All', 'Policy.Read.ConditionalAccess'];

/**
 * What to ask for at sign-in. `full`: all that the guides read, consented once by an
 * administrator. `basic`: what a user may grant.
 */
export function scopesFor(permissions: 'full' | 'basic'): readonly string[] {
  const isWanted = ({ scope, adminConsent }: ScopeInfo) =>
    permissions === 'full' ? !NARROW.includes(scope) : !adminConsent;
  return SCOPES.filter(isWanted).map(({ scope }) => scope);
}

/**
 * Whether each wanted permission is among those that the token names.
 *
 * @param held What the token names; absent: nobody is signed in, so that nothing is known.
 */
export function scopeStates(
  wanted: readonly string[],
  held: readonly string[] | undefined,
): readonly Readonly<{ scope: string; state: 'granted' | 'not-granted' | 'unknown' }>[] {
  return wanted.map((scope) => {
    if (!held) return { scope, state: 'unknown' };
    return { scope, state: holdsAny(held, [scope]) ? 'granted' : 'not-granted' };
  });
}
