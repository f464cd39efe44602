import type { TenantState } from '../tenant/state.ts';
import { makeSku, makeUser, withAuthenticator } from './build.ts';
import { NORTHWIND, PLAN, ROLE, SKU } from './ids.ts';

/** Another organisation, no partner of Microsoft: where a wrong sign-in ends up. */
export function northwind(): TenantState {
  return {
    id: NORTHWIND.tenant,
    displayName: 'Northwind',
    verifiedDomains: [
      { name: 'northwind.example', isDefault: true, isInitial: false, type: 'Managed' },
      { name: 'northwind.onmicrosoft.example', isDefault: false, isInitial: true, type: 'Managed' },
    ],
    partnerTenantType: null,
    countryLetterCode: 'DE',
    users: [
      makeUser({
        id: NORTHWIND.jonas,
        userPrincipalName: 'jonas.weber@northwind.example',
        displayName: 'Jonas Weber',
        usageLocation: 'DE',
        roleTemplateIds: [ROLE.globalAdministrator],
        methods: withAuthenticator('b1c2d3e4-0009-4000-8000-000000000009'),
        skuIds: [SKU.spb],
      }),
    ],
    groups: [],
    skus: [makeSku(SKU.spb, 'SPB', 10, [[PLAN.entraP1, 'AAD_PREMIUM']])],
    policies: [],
    namedLocations: [],
    securityDefaults: true,
    directoryAudits: [],
    signIns: [],
    partnerSecurityRequirements: [],
    adminConsentedScopes: [],
    userConsentedScopes: {},
  };
}
