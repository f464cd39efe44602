import { type Words, words } from '@/utils/domain/words.ts';
import type { Policy } from '../reads/policies.ts';
import type { DemandFacts } from './demand.ts';
import { members, texts } from './json.ts';
import { grantOf } from './policy-grant.ts';

/**
 * Security defaults protect everybody. Once they are off and no policy that is on demands MFA of
 * all users, whoever turned them off must know, also when the account itself is asked. Policies
 * that cannot be read are no reason to be silent.
 */
export function othersNote({ defaults, policies }: DemandFacts): Words[] {
  const areOff = defaults.kind === 'fact' && !defaults.fact.isEnabled;
  const areAsked = policies.kind === 'fact' && policies.fact.some(asksAll);
  return areOff && !areAsked ? [words('mfa-required.none.others')] : [];
}

/** Names, groups and roles never make all users. */
function asksAll(policy: Policy): boolean {
  const users = members(policy.conditions.users);
  const isForAll = texts(users.includeUsers).includes('all');
  return policy.state === 'enabled' && isForAll && grantOf(policy) === 'mfa';
}
