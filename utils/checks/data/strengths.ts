/**
 * Built-in authentication strengths, all of which are MFA, for answers that name one without
 * saying what it satisfies: multifactor, passwordless, phishing-resistant.
 * Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
 */
export const BUILT_IN_STRENGTHS: readonly string[] = [
  '00000000-0000-0000-0000-000000000002',
  '00000000-0000-0000-0000-000000000003',
  '00000000-0000-0000-0000-000000000004',
];
