import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { collectionOf, count, listOf, text } from './shapes.ts';

const PlanBody = v.object({
  servicePlanId: v.string(),
  provisioningStatus: text,
  appliesTo: text,
});

const SkuBody = v.object({
  skuId: v.string(),
  skuPartNumber: text,
  capabilityStatus: text,
  appliesTo: text,
  consumedUnits: count,
  prepaidUnits: v.nullish(v.object({ enabled: count, warning: count })),
  servicePlans: listOf(PlanBody),
});
const SKU_FIELDS = Object.keys(SkuBody.entries);
const parseSkus = collectionOf(SkuBody);
export type Sku = v.InferOutput<typeof SkuBody>;

/** Products the tenant owns. https://learn.microsoft.com/graph/api/subscribedsku-list */
export const subscribedSkusRead: Read<Sku[]> = {
  method: 'GET',
  version: 'v1.0',
  path: `/subscribedSkus?$select=${SKU_FIELDS.join(',')}`,
  scopes: ['LicenseAssignment.Read.All', 'Organization.Read.All', 'Directory.Read.All'],
  budget: 'directory',
  fields: SKU_FIELDS,
  parse: parseSkus,
};

const DetailBody = v.object({
  skuId: v.string(),
  skuPartNumber: text,
  servicePlans: listOf(PlanBody),
});
const DETAIL_FIELDS = Object.keys(DetailBody.entries);
const parseDetails = collectionOf(DetailBody);
export type LicenceDetail = v.InferOutput<typeof DetailBody>;

/** Licences the user holds. https://learn.microsoft.com/graph/api/user-list-licensedetails */
export function licenceDetailsRead(userId: string): Read<LicenceDetail[]> {
  return {
    method: 'GET',
    version: 'v1.0',
    path: `/users/${userId}/licenseDetails?$select=${DETAIL_FIELDS.join(',')}`,
    paged: true,
    scopes: ['LicenseAssignment.Read.All', 'User.Read.All', 'Directory.Read.All'],
    budget: 'directory',
    fields: DETAIL_FIELDS,
    parse: parseDetails,
  };
}
