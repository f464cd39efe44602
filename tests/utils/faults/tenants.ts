import { makeFinishedTenant } from '../../bench/finished-tenant.ts';
import { makeOpenTenant } from '../../bench/other-tenants.ts';

/** The two ends of the guide: whatever fails in one must not look like the other. */
export const TENANTS: Readonly<Record<string, typeof makeFinishedTenant>> = {
  'all is set up': makeFinishedTenant,
  'only the account is there': makeOpenTenant,
};
