import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { POLICY_READERS } from '../data/roles.ts';
import { listOf, text } from './shapes.ts';

const TargetBody = v.object({ id: text });
const PolicyBody = v.object({
  policyMigrationState: text,
  authenticationMethodConfigurations: listOf(
    v.object({
      id: v.string(),
      state: text,
      includeTargets: listOf(TargetBody),
      excludeTargets: listOf(TargetBody),
    }),
  ),
});
export type MethodsPolicy = v.InferOutput<typeof PolicyBody>;

/** Which methods the tenant allows; live and not tied to a licence. https://learn.microsoft.com/graph/api/authenticationmethodspolicy-get */
export const methodsPolicyRead: Read<MethodsPolicy> = {
  method: 'GET',
  version: 'v1.0',
  path: '/policies/authenticationMethodsPolicy',
  scopes: ['Policy.Read.AuthenticationMethod', 'Policy.Read.All'],
  roles: POLICY_READERS,
  budget: 'directory',
  fields: Object.keys(PolicyBody.entries),
  parse: (body) => v.parse(PolicyBody, body),
};
