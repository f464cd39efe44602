import { makeGroup } from '@/simulator/scenarios/build.ts';
import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import { readyFabrikam } from '@/simulator/scenarios/ready.ts';
import type { TenantState, User } from '@/simulator/tenant/state.ts';
import { buildPolicy } from './build-policy.ts';
import { buildAudit, buildSignIn } from './build-sign-in.ts';
import { GROUP, METHOD_TYPE, makeMethod, makeProduct, roleId, skuId } from './names.ts';
import type { Given, GivenAccount } from './row.ts';

/** The finished tenant of the simulation, changed as a row says. */
export function buildTenant(given: Given, nowMs: number): TenantState {
  const state = readyFabrikam();
  addGroups(state);
  changeAccount(state, given.account ?? {}, nowMs);
  changeAgents(state, given);
  changeReader(state, given);
  changeRules(state, given, nowMs);
  if (given.products) state.skus = given.products.map(makeProduct);
  if (given.score) changeScore(state, given.score);
  return state;
}

function accountOf(state: TenantState): User | undefined {
  return state.users.find(({ id }) => id === FABRIKAM.integration);
}

/** The account is in one group, which is in another; a third has nothing to do with it. */
function addGroups(state: TenantState): void {
  state.groups.push(
    makeGroup(GROUP.direct, 'Integration accounts', [FABRIKAM.integration]),
    makeGroup(GROUP.nested, 'All automation', [GROUP.direct]),
    makeGroup(GROUP.other, 'Break glass', [FABRIKAM.accountant]),
  );
}

function changeAccount(state: TenantState, given: GivenAccount, nowMs: number): void {
  if (given.exists === false) {
    state.users = state.users.filter(({ id }) => id !== FABRIKAM.integration);
  }
  const account = accountOf(state);
  if (!account) return;
  const { enabled, created, signInName, synced, perUserMfa, roles, products, methods } = given;
  account.createdDateTime = madeAt(created, account.createdDateTime, nowMs);
  if (enabled !== undefined) account.accountEnabled = enabled;
  if (signInName) account.userPrincipalName = signInName;
  if (synced !== undefined) account.onPremisesSyncEnabled = synced;
  if (perUserMfa) account.perUserMfaState = perUserMfa;
  if (roles) account.roleTemplateIds = roles.map(roleId);
  if (products) account.skuIds = products.map(skuId);
  if (methods) account.methods = [...account.methods.slice(0, 1), ...methods.map(makeMethod)];
  for (const name of [
    'userType',
    'creationType',
    'externalUserState',
    'passwordPolicies',
    'usageLocation',
  ] as const) {
    if (given[name] !== undefined) Object.assign(account, { [name]: given[name] });
  }
}

function madeAt(ago: GivenAccount['created'], usual: string | null, nowMs: number): string | null {
  if (ago === undefined) return usual;
  return ago === null ? null : new Date(nowMs - ago * 60_000).toISOString();
}

function changeAgents(state: TenantState, { adminAgents, alsoIn = [] }: Given): void {
  const real = state.groups.find(({ id }) => id === FABRIKAM.adminAgents);
  if (!real) return;
  const without = [FABRIKAM.mira as string];
  const namesake = (memberIds: string[]) =>
    state.groups.push(makeGroup(FABRIKAM.namesake, 'AdminAgents', memberIds));
  switch (adminAgents) {
    case 'missing':
      state.groups = state.groups.filter((group) => group !== real);
      break;
    case 'not a member':
      real.memberIds = without;
      break;
    case 'through another group':
      real.memberIds = [...without, GROUP.nested];
      break;
    case 'not a security group':
      real.securityEnabled = false;
      break;
    case 'spelt adminagents':
      real.displayName = 'adminagents';
      break;
    case 'two groups, in the first':
      namesake([]);
      break;
    case 'two groups, in both':
      namesake([FABRIKAM.integration]);
      break;
    case 'two groups, in neither':
      real.memberIds = without;
      namesake([]);
      break;
  }
  for (const name of alsoIn) {
    state.groups.find((group) => group.displayName === name)?.memberIds.push(FABRIKAM.integration);
  }
}

function changeReader(state: TenantState, { reader }: Given): void {
  const user = state.users.find(({ id }) => id === FABRIKAM.mira);
  if (user && reader?.roles) user.roleTemplateIds = reader.roles.map(roleId);
}

function changeRules(state: TenantState, given: Given, nowMs: number): void {
  const { policies, morePolicies = [], signIns, audits = [] } = given;
  const first = policies ?? (morePolicies.length > 0 ? [{}] : undefined);
  if (first) {
    state.policies = [...first, ...morePolicies].map((one, index) =>
      buildPolicy(one, index, nowMs),
    );
  }
  if (given.securityDefaults !== undefined) state.securityDefaults = given.securityDefaults;
  if (signIns) state.signIns = signIns.flatMap((one, index) => buildSignIn(one, index, nowMs));
  state.directoryAudits = audits.map((one, index) => buildAudit(one, index, nowMs));
  state.disallowedMethods = (given.methodsNotAllowed ?? []).map((name) => METHOD_TYPE[name]);
}

function changeScore(state: TenantState, score: NonNullable<Given['score']>): void {
  if (score === 'missing') state.partnerSecurityRequirements = [];
  for (const requirement of state.partnerSecurityRequirements) {
    requirement.complianceStatus = score;
    requirement.adminsRequiredNotUsingMfaCount = score === 'compliant' ? 0 : 2;
  }
}
