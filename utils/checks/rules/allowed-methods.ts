import { CONFIGURATIONS } from '../data/methods.ts';
import type { Method } from '../reads/methods.ts';
import type { MethodsPolicy } from '../reads/methods-policy.ts';
import type { Tri } from './obstacles.ts';

type Configuration = MethodsPolicy['authenticationMethodConfigurations'][number];

/**
 * Whether the tenant's policy lets everyone use one of these methods. Allowed to some groups only,
 * or a tenant that still follows its older settings beside the policy: `unsure`.
 */
export function isAllowed(methods: readonly Method[], policy: MethodsPolicy): Tri {
  const answers = methods.flatMap((method) => allowanceOf(method, policy));
  if (answers.includes('yes')) return 'yes';
  const isWholePolicy = policy.policyMigrationState?.toLowerCase() === 'migrationcomplete';
  const isRefused = answers.length > 0 && answers.every((answer) => answer === 'no');
  return isRefused && isWholePolicy ? 'no' : 'unsure';
}

function allowanceOf(method: Method, policy: MethodsPolicy): Tri[] {
  const ids = CONFIGURATIONS.find(([type]) => type.test(method['@odata.type']))?.[1] ?? [];
  return policy.authenticationMethodConfigurations
    .filter(({ id }) => ids.includes(id.toLowerCase()))
    .map(forEveryone);
}

function forEveryone({ state, includeTargets, excludeTargets }: Configuration): Tri {
  if (state?.toLowerCase() === 'disabled') return 'no';
  const isForAll = includeTargets.some(({ id }) => id?.toLowerCase() === 'all_users');
  return isForAll && excludeTargets.length === 0 && state?.toLowerCase() === 'enabled'
    ? 'yes'
    : 'unsure';
}
