import { holdsAny } from './token.ts';

/** One delegated permission we may ask for. */
export type ScopeInfo = Readonly<{
  scope: string;
  /** What an app manifest names it by; the same in every tenant of the worldwide cloud. */
  id: string;
  /** Message id of what it is needed for, in `locales/<language>/scopes.json`. */
  reason: `scope.${string}`;
  /** An administrator has to consent for the organisation. */
  adminConsent: boolean;
}>;

function info(scope: string, id: string, adminConsent: boolean): ScopeInfo {
  return { scope, id, reason: `scope.${scope}`, adminConsent };
}

/**
 * Everything we may ask for: reads only. Which needs an administrator's consent:
 * https://learn.microsoft.com/graph/permissions-reference (tables of August 2026). Ids: the entries
 * `DelegatedWork` of `permissions/new/provisioningInfo.json` in
 * https://github.com/microsoftgraph/microsoft-graph-devx-content (commit 00b6fb7).
 */
export const SCOPES: readonly ScopeInfo[] = [
  info('User.Read', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', false),
  info('User.ReadBasic.All', 'b340eb25-3456-403f-be2f-af7a0d370277', false),
  info('LicenseAssignment.Read.All', 'f395577a-0960-456b-979f-7228de0c5996', false),
  info('Policy.Read.ConditionalAccess', '633e0fce-8c58-4cfb-9495-12bbd5a24f7c', false),
  info('User.Read.All', 'a154be20-db9c-4678-8ab7-66f6cc099a59', true),
  info('GroupMember.Read.All', 'bc024368-1153-4739-b217-4326f2e966d0', true),
  info('RoleManagement.Read.Directory', '741c54c3-0c1e-44a1-818b-3f97ab4e8c83', true),
  info('Policy.Read.All', '572fea84-0151-49b2-9301-11cb16974376', true),
  info('AuditLog.Read.All', 'e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20', true),
  info('UserAuthenticationMethod.Read.All', 'aec28ec7-4d02-4e8c-b864-50163aea77eb', true),
  info('PartnerSecurity.Read.All', '5567b981-0bf1-4796-9038-0648b46e116d', true),
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
