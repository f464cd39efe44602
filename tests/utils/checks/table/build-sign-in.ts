import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import type { DirectoryAudit, SignIn } from '@/simulator/tenant/state.ts';
import type { GivenAudit, GivenSignIn } from './row.ts';

type Step = Readonly<Record<string, unknown>>;

function step(method: string, detail: string, requirement: string, succeeded = true): Step {
  return {
    authenticationMethod: method,
    authenticationStepResultDetail: detail,
    authenticationStepRequirement: requirement,
    succeeded,
  };
}
const PASSWORD = step('Password', 'Correct password', 'Primary authentication');
const second = (method: string, detail: string, succeeded = true) =>
  step(method, detail, 'Multifactor authentication', succeeded);

type How = Readonly<{ code: number; demanded: boolean; remark: string | null; steps: Step[] }>;

/** Texts as Microsoft's public examples print them. */
const HOW: Readonly<Record<GivenSignIn['how'], How>> = {
  'MFA now': {
    code: 0,
    demanded: true,
    remark: 'MFA completed in Azure AD',
    steps: [PASSWORD, second('Mobile app notification', 'MFA successfully completed')],
  },
  'MFA earlier': {
    code: 0,
    demanded: true,
    remark: 'MFA requirement satisfied by claim in the token',
    steps: [second('Previously satisfied', 'MFA requirement satisfied by claim in the token')],
  },
  'passkey in one step': {
    code: 0,
    demanded: true,
    remark: null,
    steps: [step('Passkey (device-bound)', '', 'Primary authentication')],
  },
  'single factor': { code: 0, demanded: false, remark: null, steps: [PASSWORD] },
  'MFA failed': {
    code: 500121,
    demanded: true,
    remark: 'MFA denied; user declined the authentication',
    steps: [PASSWORD, second('Mobile app notification', 'MFA denied', false)],
  },
  'stopped for MFA': { code: 50076, demanded: false, remark: null, steps: [PASSWORD] },
  'MFA skipped': {
    code: 0,
    demanded: true,
    remark: 'MFA requirement skipped due to remembered device',
    steps: [
      PASSWORD,
      second('Previously satisfied', 'MFA requirement skipped due to remembered device'),
    ],
  },
  'no details yet': { code: 0, demanded: true, remark: null, steps: [PASSWORD] },
};

function row(given: GivenSignIn, index: number, nowMs: number, how: How): SignIn {
  const isPartnerCenter = (given.app ?? 'Partner Center') === 'Partner Center';
  const policy = { id: FABRIKAM.policy, displayName: 'The policy', result: 'success' };
  return {
    id: `sign-in-${index}-${how.code}`,
    createdDateTime: new Date(nowMs - given.ago * 60_000).toISOString(),
    userId: given.user ? FABRIKAM.accountant : FABRIKAM.integration,
    correlationId: `correlation-${index}`,
    isInteractive: true,
    appId: isPartnerCenter
      ? '4990cffe-04e8-4e8b-808a-1175604b879f'
      : 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
    appDisplayName: isPartnerCenter ? 'Microsoft Partner' : 'Azure Portal',
    resourceId: isPartnerCenter
      ? 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd'
      : '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    resourceDisplayName: isPartnerCenter ? 'Microsoft Partner Center' : 'Azure Portal',
    status: { errorCode: how.code, failureReason: 'Other.', additionalDetails: how.remark },
    authenticationRequirement: how.demanded
      ? 'multiFactorAuthentication'
      : 'singleFactorAuthentication',
    authenticationDetails: how.steps,
    authenticationRequirementPolicies: given.by ? [{ requirementProvider: given.by }] : [],
    appliedConditionalAccessPolicies: given.met
      ? [{ ...policy, enforcedGrantControls: ['Mfa'] }]
      : [],
  };
}

/** A sign-in as it is logged: the interrupt before it and the row that counts share a correlation. */
export function buildSignIn(given: GivenSignIn, index: number, nowMs: number): SignIn[] {
  const how = HOW[given.how];
  const interrupt = { code: 50140, demanded: false, remark: null, steps: [PASSWORD] };
  return [row(given, index, nowMs, how), row(given, index, nowMs, interrupt)];
}

const ABOUT = {
  'the account': FABRIKAM.integration,
  'the policy': FABRIKAM.policy,
  'something else': FABRIKAM.accountant,
} as const;

export function buildAudit(given: GivenAudit, index: number, nowMs: number): DirectoryAudit {
  return {
    id: `audit-${index}`,
    category: given.category ?? 'Policy',
    loggedByService: 'Core Directory',
    activityDisplayName: given.what,
    activityDateTime: new Date(nowMs - given.ago * 60_000).toISOString(),
    result: given.failed ? 'failure' : 'success',
    initiatedBy: { user: { id: FABRIKAM.mira, userPrincipalName: 'mira.berg@fabrikam.example' } },
    targetResources: [{ id: ABOUT[given.about], displayName: 'Target', type: 'Other' }],
  };
}
