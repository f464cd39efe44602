import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { POLICY_READERS } from '../data/roles.ts';

const DefaultsBody = v.object({ isEnabled: v.boolean() });
export type SecurityDefaults = v.InferOutput<typeof DefaultsBody>;

/** https://learn.microsoft.com/graph/api/identitysecuritydefaultsenforcementpolicy-get */
export const securityDefaultsRead: Read<SecurityDefaults> = {
  method: 'GET',
  version: 'v1.0',
  path: '/policies/identitySecurityDefaultsEnforcementPolicy',
  scopes: ['Policy.Read.All'],
  roles: POLICY_READERS,
  budget: 'directory',
  fields: ['isEnabled'],
  parse: (body) => v.parse(DefaultsBody, body),
};
