import type { Step } from '../../utils/domain/guide.ts';
import { NEW_POLICY } from './conditional-access-route.ts';
import { PER_USER_MFA } from './per-user-mfa-route.ts';
import { REGISTER_AUTHENTICATOR } from './register-route.ts';
import { SECURITY_DEFAULTS_OFF } from './security-defaults-route.ts';

export const mfaRequired: Step = {
  id: 'mfa-required',
  title: 'MFA required at every sign-in',
  next: 'Create a policy for this account: [All resources], [Require multifactor authentication], [Sign-in frequency] [Every time], and the policy [On].',
  why: 'Since 2026 Microsoft refuses Partner Center API calls whose sign-in had no MFA. Work 365 wants it at every sign-in, never conditional.',
  where:
    'Microsoft Entra admin center › Conditional Access › Policies › New policy. Security defaults: Overview › Properties. Per-user MFA: Users › Per-user MFA',
  oftenThis:
    'The policy is still Report-only, or security defaults are on, which must be off for Conditional Access.',
  weight: 'required',
  actor: 'admin',
  known: { by: 'graph', check: 'mfa-required' },
  page: 'entra/conditional-access',
  tiers: ['direct'],
  contradictions: [
    {
      topic: 'Per-user MFA or Conditional Access',
      followed: 'Microsoft: do not use per-user MFA where Conditional Access is used (March 2025).',
      other: 'An older Work 365 page enforces per-user MFA. Either one proves this step.',
    },
    {
      topic: 'Conditional',
      followed: 'Work 365: MFA “cannot be conditional”, so it must be asked for at every sign-in.',
      other: 'Microsoft counts security defaults as compliant, although they ask only when needed.',
    },
  ],
  actions: [...SECURITY_DEFAULTS_OFF, ...NEW_POLICY, ...PER_USER_MFA],
};

export const policySettled: Step = {
  id: 'policy-settled',
  title: 'Policy has taken hold',
  next: 'Nothing to do. A new policy needs 5 to 10 minutes to take hold.',
  why: 'Signing in sooner can still follow the old rule.',
  where: 'Here, in this panel',
  weight: 'required',
  actor: 'admin',
  known: { by: 'graph', check: 'policy-settled' },
  tiers: ['direct'],
  actions: [],
};

export const mfaRegistered: Step = {
  id: 'mfa-registered',
  title: 'MFA method registered',
  next: 'In a private window, sign in as the integration account and add [Microsoft Authenticator].',
  why: 'Work 365 signs in as this account, so the method must be its own. Microsoft retires SMS and voice calls on 1 February 2027.',
  where: 'aka.ms/mfasetup › Security info › Add sign-in method',
  oftenThis:
    'The method was registered on your own account, because the window was signed in as you.',
  weight: 'required',
  actor: 'integration-account',
  known: { by: 'graph', check: 'mfa-registered' },
  page: 'my-sign-ins/security-info',
  tiers: ['direct'],
  actions: REGISTER_AUTHENTICATOR,
};

export const mfaProved: Step = {
  id: 'mfa-proved',
  title: 'MFA proved by a sign-in',
  next: 'In a private window, sign in once more as the integration account and pass MFA.',
  why: 'Only a sign-in that really passed MFA gives Work 365 a token that Partner Center accepts.',
  where: 'Any Microsoft sign-in page, as the integration account',
  oftenThis: 'Sign-in records arrive late: minutes as a rule, up to two hours now and then.',
  weight: 'required',
  actor: 'integration-account',
  known: { by: 'graph', check: 'mfa-proved' },
  attestable: {
    statement: 'I signed in as the integration account and was asked for MFA',
    because: 'Sign-in records can only be read with Entra ID P1 and a role that may read them.',
  },
  page: 'my-sign-ins/security-info',
  tiers: ['direct'],
  actions: [],
};
