/**
 * Service plans that are Microsoft Entra ID P1 or P2. A product counts when it holds one of them;
 * product names are only for reading, because Microsoft's own list spells them oddly.
 * Source: https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference
 */
export const ENTRA_PREMIUM_PLANS: readonly string[] = [
  '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  'eec0eb4f-6444-4f95-aba0-50c24d67f998',
];

/** Readable names of the products that usually carry the plan, by SKU id. Same source. */
const PRODUCT_NAME: Readonly<Record<string, string>> = {
  '078d2b04-f1bd-4111-bbd4-b4b1b354cef4': 'Microsoft Entra ID P1',
  '84a661c4-e949-4bd2-a560-ed7766fcaf2b': 'Microsoft Entra ID P2',
  'efccb6f7-5641-4e0e-bd10-b4976e1bf68e': 'Enterprise Mobility + Security E3',
  'b05e124f-c7cc-45a0-a6aa-8cf78c946968': 'Enterprise Mobility + Security E5',
  '05e9a617-0261-4cee-bb44-138d3ef5d965': 'Microsoft 365 E3',
  '06ebc4ee-1bb5-47dd-8120-11324bc54e06': 'Microsoft 365 E5',
  'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46': 'Microsoft 365 Business Premium',
  '66b55226-6b4f-492c-910c-a3b7a3c9d993': 'Microsoft 365 F3',
  'c42b9cae-ea4f-4ab7-9717-81576235ccac': 'Microsoft 365 E5 Developer',
  '26124093-3d78-432b-b5dc-48bf992543d5': 'Microsoft 365 E5 Security',
  '1e1a282c-9c54-43a2-9310-98ef728faace': 'Dynamics 365 Sales Enterprise',
  '749742bf-0d37-4158-a120-33567104deeb': 'Dynamics 365 Customer Service Enterprise',
  'ea126fc5-a19e-42e2-a731-da9d437bffcf': 'Dynamics 365 Customer Engagement Plan',
  '2880026b-2b0c-4251-8656-5d41ff11e3aa': 'Dynamics 365 Business Central Essentials',
  'f991cecc-3f91-4cd0-a9a8-bf1c8167e029': 'Dynamics 365 Business Central Premium',
  '7ac9fe77-66b7-4e5e-9e46-10eed1cff547': 'Dynamics 365 Team Members',
  '55c9eb4e-c746-45b4-b255-9ab6b19d5c62': 'Dynamics 365 Finance',
  'f2e48cb3-9da0-42cd-8464-4a54ce198ad0': 'Dynamics 365 Supply Chain Management',
};

export function productName(skuId: string, partNumber: string | null | undefined): string {
  return PRODUCT_NAME[skuId.toLowerCase()] ?? partNumber ?? skuId;
}
