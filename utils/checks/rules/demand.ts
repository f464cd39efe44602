import type { Found, Inquiry } from '@/utils/domain/check.ts';
import type { Read } from '@/utils/domain/read.ts';
import { accountRead } from '../reads/account.ts';
import { groupsOfRead, type MemberOf } from '../reads/membership.ts';
import { type PerUserMfa, perUserMfaRead } from '../reads/per-user-mfa.ts';
import { type Policy, policiesRead } from '../reads/policies.ts';
import { rolesOfRead } from '../reads/roles.ts';
import { type SecurityDefaults, securityDefaultsRead } from '../reads/security-defaults.ts';
import type { WhatIfResult } from '../reads/what-if.ts';
import { isExternal } from './account-problems.ts';
import { type AccountSeen, hiddenAccount } from './find-account.ts';
import { judgeReadings } from './judge-readings.ts';
import type { Unread } from './outcomes.ts';
import { readPolicies } from './policy-readings.ts';
import type { Person } from './policy-target.ts';
import { findRoles, hiddenRoles, type RolesFound } from './roles-held.ts';
import { findWhatIf, type Half } from './what-if-half.ts';

/** All that is known of what makes the account need MFA. */
export type DemandFacts = Readonly<{
  /** Microsoft's reading. */
  whatIf: Half;
  /** Our own. */
  local: Half;
  /** Memberships that our reading lacked: what would have helped where it is unsure. */
  missing: readonly Readonly<{ unread: Unread; read: Read }>[];
  scenes: readonly Found<WhatIfResult[]>[];
  policies: Found<Policy[]>;
  defaults: Found<SecurityDefaults>;
  perUser: Found<PerUserMfa>;
}>;

/** What of it needs no account. */
export const DEMAND_READS: readonly Read[] = [policiesRead, securityDefaultsRead];

/** Asks everything at once, and a second scene of What-If where the first leaves a doubt. */
export function findDemand(inquiry: Inquiry, account: AccountSeen): DemandFacts {
  const policies = inquiry.find(policiesRead);
  const groups = inquiry.find(groupsOfRead(account.id));
  const roles = findRoles(inquiry, rolesOfRead(account.id));
  const defaults = inquiry.find(securityDefaultsRead);
  const perUser = inquiry.find(perUserMfaRead(account.id));
  const local: Half =
    policies.kind === 'fact'
      ? {
          kind: 'judged',
          judgement: judgeReadings(readPolicies(policies.fact, personOf(account, groups, roles))),
        }
      : { kind: 'unread', unread: policies, read: policiesRead };
  const missing = missingMemberships(account, groups, roles);
  const isPending = [policies, ...missing.map(({ unread }) => unread)].some(
    ({ kind }) => kind === 'pending',
  );
  const { half: whatIf, scenes } = findWhatIf(inquiry, account.id, { half: local, isPending });
  return {
    whatIf,
    local,
    missing,
    scenes,
    policies,
    defaults,
    perUser,
  };
}

function personOf(account: AccountSeen, groups: Found<MemberOf[]>, roles: RolesFound): Person {
  const knowsRoles = roles.kind === 'held' && !roles.held.someHidden;
  return {
    id: account.id,
    groupIds:
      groups.kind === 'fact' ? new Set(groups.fact.map(({ id }) => id.toLowerCase())) : undefined,
    roleIds: knowsRoles ? roles.held.templateIds : undefined,
    isGuest: isGuest(account),
  };
}

function isGuest({ whole }: AccountSeen): boolean | undefined {
  if (!whole) return undefined;
  if (isExternal(whole)) return true;
  const type = whole.userType?.toLowerCase();
  return type === undefined ? undefined : type !== 'member';
}

function missingMemberships(account: AccountSeen, groups: Found<MemberOf[]>, roles: RolesFound) {
  const missing: { unread: Unread; read: Read }[] = [];
  if (groups.kind !== 'fact') missing.push({ unread: groups, read: groupsOfRead(account.id) });
  const read = rolesOfRead(account.id);
  if (roles.kind === 'unread') missing.push({ unread: roles.unread, read });
  else if (roles.held.someHidden) missing.push({ unread: hiddenRoles(roles.held), read });
  if (!account.whole) {
    missing.push({ unread: hiddenAccount(account), read: accountRead(account.signInName) });
  }
  return missing;
}
