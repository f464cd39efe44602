/** How long a change usually takes to be seen, and at most, in milliseconds. */
export type Lag = Readonly<{ usualMs: number; longestMs: number }>;

const MINUTE_MS = 60_000;

/**
 * A new or changed directory object. Reports of seconds are usual (microsoft-graph-docs #17966 saw
 * 4 to 18); five minutes is our own generous limit before saying no.
 */
export const DIRECTORY_LAG: Lag = { usualMs: MINUTE_MS, longestMs: 5 * MINUTE_MS };

/**
 * Roles given in one of Entra ID and Partner Center reach the other "within one hour".
 * Source: https://learn.microsoft.com/partner-center/permissions-overview
 */
export const PARTNER_ROLE_LAG: Lag = { usualMs: 5 * MINUTE_MS, longestMs: 60 * MINUTE_MS };

/**
 * The wait before a new sign-in that Work 365 asks for after a change of policy: 5 to 10 minutes.
 * Source: https://docs.work365apps.com/page/mfa-setup-for-integration-account
 */
export const POLICY_LAG: Lag = { usualMs: 5 * MINUTE_MS, longestMs: 10 * MINUTE_MS };

/**
 * Sign-in records: minutes, MFA details "rarely up to two hours".
 * Source: https://learn.microsoft.com/entra/identity/monitoring-health/reports-faq
 */
export const SIGN_IN_LAG: Lag = { usualMs: 5 * MINUTE_MS, longestMs: 120 * MINUTE_MS };
