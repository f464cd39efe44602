import { BOTH, type Call, type Endpoint } from '../endpoint.ts';
import { assignedPlans } from '../licensing.ts';
import { listOf } from '../query.ts';

const READ_WHOLE = ['User.Read.All', 'Organization.Read.All', 'Directory.Read.All'];
const FOUNDED = '2021-08-02T10:30:06Z';
/** All that User.Read shows of the tenant; the rest comes back null. */
const BASIC = ['id', 'displayName', 'verifiedDomains'];

function showOrganization(call: Call): Readonly<Record<string, unknown>> {
  const { state } = call;
  const whole: Record<string, unknown> = {
    id: state.id,
    deletedDateTime: null,
    businessPhones: [],
    city: null,
    country: null,
    countryLetterCode: state.countryLetterCode,
    createdDateTime: FOUNDED,
    displayName: state.displayName,
    onPremisesSyncEnabled: null,
    partnerTenantType: state.partnerTenantType,
    preferredLanguage: 'en',
    technicalNotificationMails: [],
    tenantType: 'AAD',
    assignedPlans: assignedPlans(state.skus, FOUNDED),
    verifiedDomains: state.verifiedDomains.map((domain) => ({
      capabilities: 'Email, OfficeCommunicationsOnline',
      ...domain,
    })),
  };
  if (READ_WHOLE.some((scope) => call.scopes.includes(scope))) return whole;
  const hide = (name: string) => [name, BASIC.includes(name) ? whole[name] : null];
  return Object.fromEntries(Object.keys(whole).map(hide));
}

function listDomains(call: Call): unknown {
  const items = call.state.verifiedDomains.map((domain) => ({
    authenticationType: 'Managed',
    availabilityStatus: null,
    id: domain.name,
    isAdminManaged: true,
    isDefault: domain.isDefault,
    isInitial: domain.isInitial,
    isRoot: true,
    isVerified: true,
    passwordNotificationWindowInDays: 14,
    passwordValidityPeriodInDays: 2147483647,
    supportedServices: ['Email', 'OfficeCommunicationsOnline'],
  }));
  return listOf(call, items, { type: 'microsoft.graph.domain', context: 'domains' });
}

const ORGANIZATION = { type: 'microsoft.graph.organization', context: 'organization' };
const SKU = { type: 'microsoft.graph.subscribedSku', context: 'subscribedSkus' };

function listSkus(call: Call): unknown {
  const items = call.state.skus.map((sku) => ({
    accountId: call.state.id,
    accountName: call.state.displayName,
    capabilityStatus: sku.capabilityStatus,
    consumedUnits: call.state.users.filter(({ skuIds }) => skuIds.includes(sku.skuId)).length,
    id: `${call.state.id}_${sku.skuId}`,
    prepaidUnits: sku.prepaidUnits,
    servicePlans: sku.servicePlans,
    skuId: sku.skuId,
    skuPartNumber: sku.skuPartNumber,
    appliesTo: 'User',
    subscriptionIds: [],
  }));
  return listOf(call, items, SKU);
}

function listContracts(call: Call): unknown {
  const items = call.state.contracts ?? [];
  return listOf(call, items, { type: 'microsoft.graph.contract', context: 'contracts' });
}

const BASE = { method: 'GET', versions: BOTH, family: 'directory' } as const;

/** What the tenant is: https://learn.microsoft.com/graph/api/resources/organization */
export const ORGANIZATION_ENDPOINTS: readonly Endpoint[] = [
  {
    ...BASE,
    path: '/organization',
    scopes: ['User.Read', ...READ_WHOLE],
    units: 1,
    handle: (call) => listOf(call, [showOrganization(call)], ORGANIZATION),
  },
  {
    ...BASE,
    path: '/domains',
    scopes: ['Domain.Read.All', 'Directory.Read.All'],
    units: 1,
    handle: listDomains,
  },
  {
    ...BASE,
    path: '/subscribedSkus',
    scopes: ['LicenseAssignment.Read.All', 'Organization.Read.All', 'Directory.Read.All'],
    units: 3,
    handle: listSkus,
  },
  { ...BASE, path: '/contracts', scopes: ['Directory.Read.All'], units: 1, handle: listContracts },
];
