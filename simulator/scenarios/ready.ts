import { randomUUID } from 'node:crypto';
import type { SignIn, TenantState } from '../tenant/state.ts';
import { fabrikam, makeUser, mfaForAll, PASSWORD, withAuthenticator } from './build.ts';
import { FABRIKAM, SKU } from './ids.ts';
import type { Scenario } from './scenario.ts';
import { expectDone, INTEGRATION_ACCOUNT, mira, traits } from './walk.ts';

/** A sign-in of the integration account two days ago, with MFA asked for and given. */
function provedSignIn(): SignIn {
  const createdDateTime = new Date(Date.now() - 2 * 86_400_000).toISOString().replace(/\.\d+/, '');
  const step = (authenticationMethod: string, result: string, requirement: string) => ({
    authenticationStepDateTime: createdDateTime,
    authenticationMethod,
    authenticationMethodDetail: null,
    succeeded: true,
    authenticationStepResultDetail: result,
    authenticationStepRequirement: requirement,
  });
  return {
    id: randomUUID(),
    createdDateTime,
    userId: FABRIKAM.integration,
    userDisplayName: 'Work 365 integration',
    userPrincipalName: INTEGRATION_ACCOUNT,
    userType: 'member',
    appId: '4990cffe-04e8-4e8b-808a-1175604b879f',
    appDisplayName: 'Microsoft Partner',
    resourceId: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd',
    resourceDisplayName: 'Microsoft Partner Center',
    correlationId: randomUUID(),
    clientAppUsed: 'Browser',
    isInteractive: true,
    signInEventTypes: ['interactiveUser'],
    conditionalAccessStatus: 'success',
    authenticationRequirement: 'multiFactorAuthentication',
    authenticationRequirementPolicies: [
      { requirementProvider: 'multiConditionalAccess', detail: 'Conditional Access' },
    ],
    authenticationDetails: [
      step('Password', 'Correct password', 'Primary authentication'),
      step('Mobile app notification', 'MFA successfully completed', 'Multifactor authentication'),
    ],
    appliedConditionalAccessPolicies: [
      {
        id: FABRIKAM.policy,
        displayName: 'Require MFA for all users',
        enforcedGrantControls: ['Mfa'],
        enforcedSessionControls: [],
        result: 'success',
      },
    ],
    status: {
      errorCode: 0,
      failureReason: 'Other.',
      additionalDetails: 'MFA completed in Azure AD',
    },
  };
}

/** Fabrikam with the whole set-up in place. */
export function readyFabrikam(): TenantState {
  const state = fabrikam();
  state.users.push(
    makeUser({
      id: FABRIKAM.integration,
      userPrincipalName: INTEGRATION_ACCOUNT,
      displayName: 'Work 365 integration',
      skuIds: [SKU.ems],
      methods: withAuthenticator('b1c2d3e4-0005-4000-8000-000000000005'),
    }),
  );
  state.groups.find(({ id }) => id === FABRIKAM.adminAgents)?.memberIds.push(FABRIKAM.integration);
  state.securityDefaults = false;
  state.policies.push(mfaForAll([]));
  state.signIns.push(provedSignIn());
  return state;
}

export const work365 = {
  username: INTEGRATION_ACCOUNT,
  password: PASSWORD,
  does: 'the integration account',
};

/** Everything is in place; the guide is all green once the statements are made. */
export const ready: Scenario = {
  name: 'ready',
  description: 'Everything is done. Check it.',
  tenants: () => [readyFabrikam()],
  lagMs: 1_500,
  traits,
  accounts: [mira, work365],
  integrationAccount: INTEGRATION_ACCOUNT,
  expected: expectDone(),
};
