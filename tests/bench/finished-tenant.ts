import { findScenario } from '@/simulator/scenarios/index.ts';
import { Clock } from '@/simulator/tenant/clock.ts';
import { Tenant } from '@/simulator/tenant/tenant.ts';
import type { World } from '@/simulator/world.ts';
import { scopesFor } from '@/utils/graph/index.ts';
import type { InquiryContext } from '@/utils/inquiry/index.ts';

/** The scenario in which every step is done: it asks for the most reads. */
export function makeFinishedTenant(): Readonly<{ world: World; context: InquiryContext }> {
  const scenario = findScenario('ready');
  const clock = new Clock();
  const tenants = scenario.tenants().map((state) => new Tenant(state, clock));
  const [{ username }] = scenario.accounts;
  const [tenant] = tenants;
  const user = tenant?.truth.users.find(({ userPrincipalName }) => userPrincipalName === username);
  if (!tenant || !user) throw new Error(`the scenario "ready" has no user ${username}`);
  const scopes = scopesFor('full');
  const world: World = {
    clock,
    tenants,
    app: { clientId: 'client', redirectUris: [] },
    traits: scenario.traits,
    faults: [],
    seen: [],
    bearer: () => ({ tenant, user, mfa: true, scopes: [...scopes] }),
  };
  const identity = { tenantId: tenant.id, userId: user.id, username, scopes };
  const { answers } = scenario.expected;
  return { world, context: { answers, identity, watched: {}, nowMs: clock.nowMs() } };
}
