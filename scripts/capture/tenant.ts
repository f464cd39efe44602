import { FABRIKAM } from '../../simulator/scenarios/ids.ts';
import type { Tenant as SimulatedTenant } from '../../simulator/tenant/tenant.ts';
import type { Tenant } from './scrub.ts';

/** Undoes what the guide asks for, so that each page shows the control before it was used. */
export function prepare(tenant: SimulatedTenant): void {
  tenant.change((state) => {
    state.securityDefaults = true;
    for (const policy of state.policies) policy.state = 'disabled';
    for (const group of state.groups) {
      group.memberIds = group.memberIds.filter((id) => id !== FABRIKAM.integration);
    }
    const account = state.users.find(({ id }) => id === FABRIKAM.integration);
    if (!account) throw new Error('The scenario has no integration account.');
    account.skuIds = [];
    account.usageLocation = null;
  });
}

/** What the scrubber has to know of the simulated tenant. */
export function scrubbed(
  { truth }: SimulatedTenant,
  account: string,
  secrets: readonly string[],
): Tenant {
  const people = truth.users
    .filter(({ id }) => id !== FABRIKAM.integration)
    .map(({ displayName }, index) => [displayName, `Person ${index + 1}`]);
  return { account, secrets, names: { Fabrikam: 'Contoso', ...Object.fromEntries(people) } };
}
