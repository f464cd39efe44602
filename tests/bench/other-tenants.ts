import { makeFinishedTenant } from './finished-tenant.ts';

type Made = ReturnType<typeof makeFinishedTenant>;

/** Nothing is set up but the account: whatever fails, no step of it may turn green. */
export function makeOpenTenant(): Made {
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

/** All is set up, and the reader holds none of the roles that show policies and logs. */
export function makeBlindTenant(): Made {
  const made = makeFinishedTenant();
  const reader = made.context.identity?.userId;
  for (const tenant of made.world.tenants) {
    tenant.change((state) => {
      const user = state.users.find(({ id }) => id === reader);
      if (user) user.roleTemplateIds = [];
    }, 0);
  }
  return made;
}
