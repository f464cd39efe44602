import { ENTRA_PREMIUM_PLANS } from '../data/plans.ts';
import type { Account } from '../reads/account.ts';
import type { LicenceDetail, Sku } from '../reads/licences.ts';

/** Subscription states in which a licence works: paid for, or in the days of grace after. */
const USABLE: readonly string[] = ['enabled', 'warning'];

/**
 * `held`: the account may use Entra ID P1 or P2. `grace`: its subscription has run out. `off`: it
 * has the licence with this plan switched off. `pending`: Microsoft is still setting it up.
 */
export type Holding = 'held' | 'grace' | 'off' | 'pending' | 'none';

function isPremium(plan: Readonly<{ servicePlanId: string }>): boolean {
  return ENTRA_PREMIUM_PLANS.includes(plan.servicePlanId.toLowerCase());
}

function isStatus(status: string | null | undefined, ...wanted: readonly string[]): boolean {
  return wanted.includes(status?.toLowerCase() ?? '');
}

/** Products with Entra ID P1 or P2, whatever their state. */
export function premiumSkus(skus: readonly Sku[]): Sku[] {
  return skus.filter((sku) => sku.servicePlans.some(isPremium));
}

/** Products with Entra ID P1 or P2 that the tenant owns now and that users can be given. */
export function usableSkus(skus: readonly Sku[]): Sku[] {
  return premiumSkus(skus).filter(
    (sku) =>
      isStatus(sku.capabilityStatus, ...USABLE) &&
      !isStatus(sku.appliesTo, 'company') &&
      unitsOf(sku) > 0,
  );
}

function unitsOf({ prepaidUnits }: Sku): number {
  return (prepaidUnits?.enabled ?? 0) + (prepaidUnits?.warning ?? 0);
}

export function freeSeats(sku: Sku): number {
  return Math.max(0, unitsOf(sku) - (sku.consumedUnits ?? 0));
}

/**
 * From the account itself. `assignedPlans` keeps rows of licences long gone, so only a row that is
 * `Enabled` counts.
 */
export function holdingOf(account: Account, skus: readonly Sku[]): Holding {
  const plans = account.assignedPlans.filter(isPremium);
  if (plans.some((plan) => isStatus(plan.capabilityStatus, 'enabled'))) return 'held';
  if (plans.some((plan) => isStatus(plan.capabilityStatus, 'warning'))) return 'grace';
  const licences = account.assignedLicenses.flatMap((licence) => {
    const sku = usableSkus(skus).find(({ skuId }) => skuId === licence.skuId);
    return sku ? [{ sku, disabledPlans: licence.disabledPlans }] : [];
  });
  const isOff = licences.some(({ sku, disabledPlans }) =>
    sku.servicePlans.some((plan) => isPremium(plan) && disabledPlans.includes(plan.servicePlanId)),
  );
  if (isOff) return 'off';
  return licences.length > 0 ? 'pending' : 'none';
}

/** From the licence list, which says less of the subscription: only products still usable count. */
export function holdingInDetails(
  details: readonly LicenceDetail[],
  usable: readonly Sku[],
): Holding {
  const plans = details
    .filter(({ skuId }) => usable.some((sku) => sku.skuId === skuId))
    .flatMap(({ servicePlans }) => servicePlans.filter(isPremium));
  if (plans.some((plan) => isStatus(plan.provisioningStatus, 'success'))) return 'held';
  if (plans.some((plan) => isStatus(plan.provisioningStatus, 'disabled'))) return 'off';
  return plans.length > 0 ? 'pending' : 'none';
}

/** Microsoft could not give the account one of these products: its error code, e.g. CountViolation. */
export function assignmentError(account: Account, skus: readonly Sku[]): string | undefined {
  const failed = account.licenseAssignmentStates.find(
    ({ skuId, state }) =>
      skus.some((sku) => sku.skuId === skuId) && isStatus(state, 'error', 'activewitherror'),
  );
  return failed && (failed.error ?? 'Other');
}
