import type { Check } from '@/utils/domain/check.ts';
import { check as accountExists } from './account-exists.ts';
import { check as adminAgent } from './admin-agent.ts';
import { check as entraLicence } from './entra-licence.ts';
import { check as mfaProved } from './mfa-proved.ts';
import { check as mfaRegistered } from './mfa-registered.ts';
import { check as mfaRequired } from './mfa-required.ts';
import { check as noDynamicsLicence } from './no-dynamics-licence.ts';
import { check as policySettled } from './policy-settled.ts';
import { check as securityRequirements } from './security-requirements.ts';
import { check as work365Values } from './work365-values.ts';
import { check as yourRoles } from './your-roles.ts';

/** All checks, by the id of the step each proves. */
export const CHECKS = {
  'your-roles': yourRoles,
  'account-exists': accountExists,
  'admin-agent': adminAgent,
  'entra-licence': entraLicence,
  'no-dynamics-licence': noDynamicsLicence,
  'mfa-required': mfaRequired,
  'policy-settled': policySettled,
  'mfa-registered': mfaRegistered,
  'mfa-proved': mfaProved,
  'work365-values': work365Values,
  'security-requirements': securityRequirements,
} as const satisfies Readonly<Record<string, Check>>;
