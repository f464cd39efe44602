import type { User } from '../../tenant/state.ts';

const WEAK: readonly string[] = ['password', 'email', 'temporaryAccessPass'];

/** Whether the user can answer an MFA challenge. */
export const hasMfaMethod = (user: User): boolean =>
  user.methods.some(({ type }) => !WEAK.includes(type));

/**
 * "Enabled" turns into "enforced" by itself once the user has a method
 * (https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userstates).
 */
export function settlePerUserMfa(user: User): void {
  if (user.perUserMfaState === 'enabled' && hasMfaMethod(user)) user.perUserMfaState = 'enforced';
}
