import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ONE_TIME_CODE } from '@/simulator/identity/steps.ts';
import { type Simulator, startSimulator } from '@/simulator/index.ts';
import { PASSWORD } from '@/simulator/scenarios/build.ts';
import { authorizeAddress, Visitor } from '../visitor.ts';

const MIRA = 'mira.berg@fabrikam.example';
const ACCOUNT = 'work365@fabrikam.example';
const PARTNER_CENTER = 'https://partner.microsoft.com/dashboard/home';
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario: 'ready' });
});
beforeEach(() => {
  simulator.control.scenario('ready');
  simulator.control.tenant.truth.signIns = [];
});
afterAll(() => simulator.close());

async function signInTo(address: string, username: string, visitor = new Visitor(simulator)) {
  const named = await visitor.submit(await visitor.open(address), { loginfmt: username });
  return visitor.submit(named, { passwd: PASSWORD });
}

type Row = Readonly<{
  correlationId: string;
  status: Readonly<{ errorCode: number }>;
  authenticationRequirementPolicies: readonly unknown[];
  authenticationDetails: readonly Readonly<{
    authenticationMethod: string;
    authenticationStepRequirement: string;
  }>[];
}>;

function rows(): readonly Row[] {
  return simulator.control.tenant.truth.signIns as unknown as readonly Row[];
}

describe('the sign-in log', () => {
  it('lists the interruption and then the success, under one correlation id', async () => {
    const visitor = new Visitor(simulator);
    const code = await signInTo(PARTNER_CENTER, ACCOUNT, visitor);
    await visitor.submit(code, { otc: ONE_TIME_CODE });
    expect(rows().map(({ status }) => status.errorCode)).toEqual([50076, 0]);
    expect(new Set(rows().map(({ correlationId }) => correlationId)).size).toBe(1);
    expect(rows()[1]).toMatchObject({
      userPrincipalName: ACCOUNT,
      resourceDisplayName: 'Microsoft Partner Center',
      authenticationRequirement: 'multiFactorAuthentication',
      conditionalAccessStatus: 'success',
      status: { errorCode: 0, additionalDetails: 'MFA completed in Azure AD' },
      appliedConditionalAccessPolicies: [{ enforcedGrantControls: ['Mfa'], result: 'success' }],
    });
    expect(rows()[1]?.authenticationRequirementPolicies).toContainEqual({
      requirementProvider: 'multiConditionalAccess',
      detail: 'Conditional Access',
    });
    const steps = rows()[1]?.authenticationDetails.map(
      (step) => step.authenticationStepRequirement,
    );
    expect(steps).toEqual(['Primary authentication', 'Multifactor authentication']);
  });

  it('calls a second factor given earlier previously satisfied', async () => {
    simulator.control.tenant.truth.adminConsentedScopes = ['User.Read'];
    const visitor = new Visitor(simulator);
    const code = await signInTo(PARTNER_CENTER, ACCOUNT, visitor);
    await visitor.submit(code, { otc: ONE_TIME_CODE });
    await visitor.open(authorizeAddress('x', { prompt: 'none', login_hint: ACCOUNT }));
    const last = rows().at(-1);
    expect(last?.status).toEqual({
      errorCode: 0,
      failureReason: 'Other.',
      additionalDetails: 'MFA requirement satisfied by claim in the token',
    });
    const methods = last?.authenticationDetails.map((step) => step.authenticationMethod);
    expect(methods).toEqual(['Previously satisfied', 'Previously satisfied']);
  });

  it('notes a wrong password as a single-factor failure', async () => {
    const visitor = new Visitor(simulator);
    const named = await visitor.submit(await visitor.open(PARTNER_CENTER), { loginfmt: MIRA });
    await visitor.submit(named, { passwd: 'guess' });
    expect(rows()[0]).toMatchObject({
      authenticationRequirement: 'singleFactorAuthentication',
      status: { errorCode: 50126 },
    });
  });

  it('reaches Graph only after the tenant’s lag', async () => {
    const { tenant } = simulator.control;
    const before = tenant.seenByGraph.signIns.length;
    tenant.lagMs = 60_000;
    const visitor = new Visitor(simulator);
    const code = await signInTo(PARTNER_CENTER, ACCOUNT, visitor);
    await visitor.submit(code, { otc: ONE_TIME_CODE });
    expect(tenant.seenByGraph.signIns.length).toBe(before);
    simulator.control.advance(60_000);
    expect(tenant.seenByGraph.signIns.length).toBe(before + 2);
  });
});

describe('a portal', () => {
  it('leads a stranger through sign-in and back to the page that was asked for', async () => {
    const visitor = new Visitor(simulator);
    const address = 'https://partner.microsoft.com/dashboard/account/v3/usermanagement?tab=1';
    const code = await signInTo(address, MIRA, visitor);
    const page = await visitor.submit(code, { otc: ONE_TIME_CODE });
    expect(page.status).toBe(200);
    expect((await visitor.open(address)).status).toBe(200);
  });

  it('demands a second factor in Partner Center whatever the tenant’s rules say', async () => {
    simulator.control.tenant.truth.policies = [];
    const page = await signInTo(PARTNER_CENTER, MIRA);
    expect(page.body).toContain('name="otc"');
  });

  it('turns per-user MFA from enabled to enforced once a method was used', async () => {
    const user = simulator.control.tenant.truth.users.find(
      ({ userPrincipalName }) => userPrincipalName === ACCOUNT,
    );
    if (user) user.perUserMfaState = 'enabled';
    const visitor = new Visitor(simulator);
    const code = await signInTo(PARTNER_CENTER, ACCOUNT, visitor);
    await visitor.submit(code, { otc: ONE_TIME_CODE });
    expect(user?.perUserMfaState).toBe('enforced');
  });
});
