import { randomUUID } from 'node:crypto';
import type { MfaMethod, SignIn, User } from '../tenant/state.ts';
import type { Session, World } from '../world.ts';
import { type Aadsts, failureReason } from './aadsts.ts';
import type { Client } from './clients.ts';
import type { Demand } from './mfa-rules.ts';
import type { FactorUsed, Flow } from './state.ts';

/** The sign-in log's words for a second factor (examples of the beta `signIn` resource). */
const FACTOR_NAMES: Partial<Record<MfaMethod['type'], string>> = {
  microsoftAuthenticator: 'Mobile app notification',
  softwareOath: 'OATH verification code',
  fido2: 'Passkey (device-bound)',
  windowsHelloForBusiness: 'Windows Hello for Business',
  phone: 'Text message',
};

type Detail = Record<string, string | boolean | null>;

/** What is being logged, gathered once for all rows of one sign-in. */
export type SignInEvent = Readonly<{
  session: Session;
  client: Client;
  demand: Demand;
  flow: Flow;
}>;

function secondFactorName(user: User): string {
  const method = user.methods.find(({ type }) => type in FACTOR_NAMES);
  return (method && FACTOR_NAMES[method.type]) ?? 'Other';
}

function detailOf(factor: FactorUsed, user: User): Detail {
  const first = factor.kind === 'password';
  return {
    authenticationStepDateTime: factor.atIso,
    authenticationMethod: first ? 'Password' : secondFactorName(user),
    authenticationMethodDetail: first ? 'Password in the cloud' : null,
    succeeded: true,
    authenticationStepResultDetail: first ? 'Correct password' : 'MFA successfully completed',
    authenticationStepRequirement: first ? 'Primary authentication' : 'Multifactor authentication',
  };
}

function previously(atIso: string, requirement: string, detail: string): Detail {
  return {
    authenticationStepDateTime: atIso,
    authenticationMethod: 'Previously satisfied',
    authenticationMethodDetail: null,
    succeeded: true,
    authenticationStepResultDetail: detail,
    authenticationStepRequirement: requirement,
  };
}

const BY_TOKEN = {
  first: 'First factor requirement satisfied by claim in the token',
  second: 'MFA requirement satisfied by claim in the token',
};

function detailsOf({ flow, session, demand }: SignInEvent, atIso: string): Detail[] {
  const given = flow.factors.map((factor) => detailOf(factor, session.user));
  const first = flow.factors.some(({ kind }) => kind === 'password');
  const second = flow.factors.some(({ kind }) => kind !== 'password');
  return [
    ...(first ? [] : [previously(atIso, 'Primary authentication', BY_TOKEN.first)]),
    ...given,
    ...(demand.mfa && !second && session.mfa
      ? [previously(atIso, 'Multifactor authentication', BY_TOKEN.second)]
      : []),
  ];
}

function additionalDetails({ flow, demand, session }: SignInEvent): string | null {
  if (flow.factors.some(({ kind }) => kind !== 'password')) return 'MFA completed in Azure AD';
  return demand.mfa && session.mfa ? BY_TOKEN.second : null;
}

function appliedPolicies({ demand }: SignInEvent, result: 'success' | 'failure') {
  return demand.applied.map(({ policy, controls }) => ({
    id: policy.id,
    displayName: policy.displayName,
    enforcedGrantControls: controls.map((control) => control[0]?.toUpperCase() + control.slice(1)),
    enforcedSessionControls: [],
    result,
  }));
}

function statusOf(event: SignInEvent, errorCode: number) {
  return errorCode === 0
    ? { errorCode, failureReason: 'Other.', additionalDetails: additionalDetails(event) }
    : { errorCode, failureReason: failureReason(errorCode as Aadsts), additionalDetails: null };
}

function makeRow(event: SignInEvent, errorCode: number, atIso: string): SignIn {
  const { session, client, demand, flow } = event;
  const good = errorCode === 0;
  const caResult = good ? 'success' : 'failure';
  const mfa = demand.mfa && errorCode !== 50126;
  return {
    id: randomUUID(),
    createdDateTime: atIso,
    userId: session.user.id,
    userDisplayName: session.user.displayName,
    userPrincipalName: session.user.userPrincipalName,
    userType: 'member',
    appId: client.id,
    appDisplayName: client.name,
    resourceId: client.resource.id,
    resourceDisplayName: client.resource.name,
    resourceTenantId: session.tenant.id,
    homeTenantId: session.tenant.id,
    correlationId: flow.correlationId,
    clientAppUsed: 'Browser',
    isInteractive: true,
    signInEventTypes: ['interactiveUser'],
    authenticationProtocol: 'oAuth2',
    incomingTokenType: 'none',
    tokenIssuerType: 'AzureAD',
    crossTenantAccessType: 'none',
    ipAddress: '203.0.113.24',
    location: { city: 'Leeds', state: 'England', countryOrRegion: 'GB' },
    deviceDetail: {
      deviceId: '',
      displayName: '',
      operatingSystem: 'Windows10',
      browser: 'Chrome',
    },
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    conditionalAccessStatus: demand.applied.length > 0 ? caResult : 'notApplied',
    authenticationRequirement: mfa ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    authenticationRequirementPolicies: demand.providers.map((requirementProvider) => ({
      requirementProvider,
      detail: requirementProvider === 'multiConditionalAccess' ? 'Conditional Access' : null,
    })),
    authenticationDetails: good ? detailsOf(event, atIso) : [],
    appliedConditionalAccessPolicies: appliedPolicies(event, caResult),
    status: statusOf(event, errorCode),
  };
}

/**
 * Writes the rows of one sign-in: one per interruption, then the result (`errorCode` 0, or the
 * AADSTS number that ended it). Graph shows them after the tenant's lag.
 */
export function logSignIn(world: World, event: SignInEvent, errorCode: number): void {
  const atIso = world.clock.nowIso();
  const rows = [...event.flow.interrupts, errorCode].map((code) => makeRow(event, code, atIso));
  event.session.tenant.change((state) => state.signIns.push(...rows));
}
