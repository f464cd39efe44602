import type { Endpoint } from '../endpoint.ts';
import { AUDIT_ENDPOINTS } from './audit-logs.ts';
import { ROLE_ENDPOINTS } from './directory-roles.ts';
import { MEMBERSHIP_ENDPOINTS } from './memberships.ts';
import { METHOD_ENDPOINTS } from './methods.ts';
import { ORGANIZATION_ENDPOINTS } from './organization.ts';
import { PARTNER_ENDPOINTS } from './partner.ts';
import { POLICY_ENDPOINTS } from './policies.ts';
import { USER_ENDPOINTS } from './users.ts';

/** Everything the simulated Graph can be asked; there is nothing else, and no way to write. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...USER_ENDPOINTS,
  ...MEMBERSHIP_ENDPOINTS,
  ...ORGANIZATION_ENDPOINTS,
  ...ROLE_ENDPOINTS,
  ...POLICY_ENDPOINTS,
  ...METHOD_ENDPOINTS,
  ...AUDIT_ENDPOINTS,
  ...PARTNER_ENDPOINTS,
];
