import type { Sku, TenantState } from '../../tenant/state.ts';

/** Product names as Microsoft's list of licensing service plans gives them. */
const NAMES: Readonly<Record<string, string>> = {
  SPB: 'Microsoft 365 Business Premium',
  SPE_E3: 'Microsoft 365 E3',
  SPE_E5: 'Microsoft 365 E5',
  EMS: 'Enterprise Mobility + Security E3',
  EMSPREMIUM: 'Enterprise Mobility + Security E5',
  AAD_PREMIUM: 'Microsoft Entra ID P1',
  AAD_PREMIUM_P2: 'Microsoft Entra ID P2',
  EXCHANGESTANDARD: 'Exchange Online (Plan 1)',
  DYN365_ENTERPRISE_SALES: 'Dynamics 365 for Sales Enterprise Edition',
};

export const productName = ({ skuPartNumber }: Sku): string =>
  NAMES[skuPartNumber] ?? skuPartNumber;

/** Seats that nobody holds. */
export function freeSeats(state: TenantState, { skuId, prepaidUnits }: Sku): number {
  const taken = state.users.filter(({ skuIds }) => skuIds.includes(skuId)).length;
  return Math.max(0, prepaidUnits.enabled + prepaidUnits.warning - taken);
}
