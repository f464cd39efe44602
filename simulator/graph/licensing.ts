import type { Sku, TenantState, User } from '../tenant/state.ts';

const PREMIUM_PLANS = [
  '41781fb2-bc02-4b7c-bd55-b576c07bb09d', // AAD_PREMIUM
  'eec0eb4f-6444-4f95-aba0-50c24d67f998', // AAD_PREMIUM_P2
];
const USABLE: readonly string[] = ['Enabled', 'Warning'];

/** The service a plan belongs to, by the start of its name. */
const SERVICES: readonly (readonly [string, string])[] = [
  ['AAD_PREMIUM', 'AADPremiumService'],
  ['MFA_', 'MultiFactorService'],
  ['EXCHANGE', 'exchange'],
  ['INTUNE', 'SCO'],
  ['DYN365', 'CRM'],
  ['D365', 'CRM'],
];

/** The tenant owns Microsoft Entra ID P1 or P2: sign-in logs and reports are served. */
export function hasPremium(state: TenantState): boolean {
  return state.skus.some(
    (sku) =>
      USABLE.includes(sku.capabilityStatus) &&
      sku.servicePlans.some((plan) => PREMIUM_PLANS.includes(plan.servicePlanId)),
  );
}

export function skusOf(user: User, state: TenantState): Sku[] {
  return state.skus.filter((sku) => user.skuIds.includes(sku.skuId));
}

function serviceOf(planName: string): string {
  return SERVICES.find(([start]) => planName.startsWith(start))?.[1] ?? planName;
}

/** `assignedPlans` of a user or of the tenant: every plan of every licence. */
export function assignedPlans(skus: readonly Sku[], assignedDateTime: string | null): unknown[] {
  return skus.flatMap((sku) =>
    sku.servicePlans.map((plan) => ({
      assignedDateTime,
      capabilityStatus: USABLE.includes(sku.capabilityStatus) ? 'Enabled' : 'Suspended',
      service: serviceOf(plan.servicePlanName),
      servicePlanId: plan.servicePlanId,
    })),
  );
}

export function licenseAssignmentStates(user: User): unknown[] {
  return user.skuIds.map((skuId) => ({
    skuId,
    disabledPlans: [],
    assignedByGroup: null,
    state: 'Active',
    error: 'None',
    lastUpdatedDateTime: user.createdDateTime,
  }));
}
