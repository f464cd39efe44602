import type { User } from '../tenant/state.ts';
import type { Session } from '../world.ts';

/** Permissions any user may grant for themself (Microsoft Graph permissions reference). */
const USER_CONSENT = new Set([
  'openid',
  'profile',
  'email',
  'offline_access',
  'user.read',
  'user.readbasic.all',
  'policy.read.conditionalaccess',
  'licenseassignment.read.all',
]);

/** OpenID scopes are granted with the sign-in itself; a tenant never has to list them. */
const OPENID = new Set(['openid', 'profile', 'email', 'offline_access']);

const CONSENTING_ROLES = new Set([
  '62e90394-69f5-4237-9190-012177145e10',
  'e8611ab8-c189-46e8-94e1-60213ab1f814',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  '158c047a-c907-4556-b7ef-446551a6b5f7',
]);

/** Scopes among `scopes` that only an administrator may grant. */
export function adminOnly(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !USER_CONSENT.has(scope.toLowerCase()));
}

/** Global, Privileged Role, Application and Cloud Application Administrators. */
export function mayConsentForAll(user: User): boolean {
  return user.roleTemplateIds.some((id) => CONSENTING_ROLES.has(id));
}

function consentedScopes({ tenant, user }: Session): string[] {
  const { adminConsentedScopes, userConsentedScopes } = tenant.truth;
  return [...new Set([...adminConsentedScopes, ...(userConsentedScopes[user.id] ?? [])])];
}

/** Which of `scopes` still need consent. Whoever consented to anything has the OpenID scopes too. */
export function missingScopes(session: Session, scopes: readonly string[]): string[] {
  const consented = new Set(consentedScopes(session).map((scope) => scope.toLowerCase()));
  const openid = consented.size > 0;
  return scopes.filter(
    (scope) => !consented.has(scope.toLowerCase()) && !(openid && OPENID.has(scope)),
  );
}

/**
 * What a token gets: every consented permission of the resource, asked for or not, and the OpenID
 * scopes that were asked for.
 */
export function grantedScopes(session: Session, requested: readonly string[]): string[] {
  const permissions = consentedScopes(session).filter((scope) => !OPENID.has(scope));
  return [...permissions, ...requested.filter((scope) => OPENID.has(scope))];
}

/** Records a consent: for everybody in the tenant, or for the user alone. */
export function recordConsent(
  { tenant, user }: Session,
  scopes: readonly string[],
  forAll: boolean,
): void {
  tenant.change((state) => {
    const before = forAll ? state.adminConsentedScopes : state.userConsentedScopes[user.id];
    const after = [...new Set([...(before ?? []), ...scopes])];
    if (forAll) state.adminConsentedScopes = after;
    else state.userConsentedScopes[user.id] = after;
  }, 0);
}
