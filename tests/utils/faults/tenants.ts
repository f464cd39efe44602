import { makeFinishedTenant } from '../../bench/graph/finished-tenant.ts';

type Made = ReturnType<typeof makeFinishedTenant>;

/** Nothing is set up but the account: whatever fails, no step of it may turn green. */
function makeOpenTenant(): Made {
  const made = makeFinishedTenant();
  const { answers } = made.context;
  for (const tenant of made.world.tenants) {
    tenant.change((state) => {
      const isAccount = (name: string) => name === answers.integrationAccount;
      const account = state.users.find(({ userPrincipalName }) => isAccount(userPrincipalName));
      for (const group of state.groups) {
        group.memberIds = group.memberIds.filter((id) => id !== account?.id);
      }
      for (const policy of state.policies) policy.state = 'enabledForReportingButNotEnforced';
      if (account) account.methods = account.methods.filter(({ type }) => type === 'password');
      if (account) account.skuIds = [];
    }, 0);
  }
  return made;
}

/** The two ends of the guide: whatever fails in one must not look like the other. */
export const TENANTS: Readonly<Record<string, () => Made>> = {
  'all is set up': makeFinishedTenant,
  'only the account is there': makeOpenTenant,
};
