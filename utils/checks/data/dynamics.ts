/**
 * Dynamics 365 products whose part numbers do not say so: Customer Voice, Guides, Remote Assist,
 * Business Central preview, Market Insights.
 * Source: https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference
 */
const ODDLY_NAMED: readonly string[] = [
  'bc946dac-7877-4271-b2f7-99d2db13cd2c',
  '446a86f8-a0cb-4095-83b3-d100eb050e3d',
  'e2ae107b-a571-426f-9367-6d4c8f1390ba',
  '0a389a77-9850-4dc4-b600-bc66fdfefc60',
  '7a551360-26c4-4f61-84e6-ef715673e083',
  'e48328a2-8e98-4484-a70f-a99f8ac9ec89',
  '6a4a1628-9b9a-424d-bed5-4118f0ede3fd',
  'c6df1e30-1c9f-427f-907c-3d913474a1c7',
];

/** The other 118 of the 126 Dynamics 365 products in Microsoft's list start like this. */
const PART_NUMBER = /^(sku_)?(dyn365|d365|dynamics_365|crm)/i;

/**
 * Judged by the product, not by its service plans: Office 365 products hold plans named DYN365_CDS
 * (Dataverse), which are no Dynamics 365 licence.
 */
export function isDynamics365(
  sku: Readonly<{ skuId: string; skuPartNumber?: string | null | undefined }>,
): boolean {
  return ODDLY_NAMED.includes(sku.skuId.toLowerCase()) || PART_NUMBER.test(sku.skuPartNumber ?? '');
}
