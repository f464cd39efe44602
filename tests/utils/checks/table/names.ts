import { ROLE } from '@/simulator/graph/roles.ts';
import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import type { MfaMethod, Sku } from '@/simulator/tenant/state.ts';
import type { GivenProduct, MethodName, ProductName } from './row.ts';

/** Groups that only the tables have. */
export const GROUP = {
  direct: 'c0000000-0000-4000-8000-000000000001',
  nested: 'c0000000-0000-4000-8000-000000000002',
  other: 'c0000000-0000-4000-8000-000000000003',
} as const;

const P1 = ['41781fb2-bc02-4b7c-bd55-b576c07bb09d', 'AAD_PREMIUM'] as const;
const P2 = ['eec0eb4f-6444-4f95-aba0-50c24d67f998', 'AAD_PREMIUM_P2'] as const;
const EXCHANGE = ['9aaf7827-d63c-4b61-89c3-182f06f82e5c', 'EXCHANGE_S_STANDARD'] as const;
const CRM = ['2da8e897-7791-486b-b08f-cc63c8129df7', 'DYN365_ENTERPRISE_SALES'] as const;
/** Dataverse, which Office products hold too: no Dynamics 365 licence. */
const DATAVERSE = ['40b010bb-0b69-4654-ac5e-ba161433f4b4', 'DYN365_CDS_O365_P1'] as const;

type Product = readonly [string, string, readonly (readonly [string, string])[]];

const PRODUCTS: Readonly<Record<ProductName, Product>> = {
  'Business Premium': ['cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46', 'SPB', [P1, EXCHANGE]],
  'EMS E3': ['efccb6f7-5641-4e0e-bd10-b4976e1bf68e', 'EMS', [P1]],
  'Entra ID P2': ['84a661c4-e949-4bd2-a560-ed7766fcaf2b', 'AAD_PREMIUM_P2', [P2]],
  'Exchange Online': [
    '4b9405b0-7788-4568-add1-99614e613b69',
    'EXCHANGESTANDARD',
    [EXCHANGE, DATAVERSE],
  ],
  'Dynamics 365 Sales': ['1e1a282c-9c54-43a2-9310-98ef728faace', 'DYN365_ENTERPRISE_SALES', [CRM]],
  'Dynamics 365 Guides': ['0a389a77-9850-4dc4-b600-bc66fdfefc60', 'GUIDES_USER', [DATAVERSE]],
};

export function skuId(name: ProductName): string {
  return PRODUCTS[name][0];
}

export function makeProduct({ name, seats = 10, status = 'Enabled' }: GivenProduct): Sku {
  const [id, skuPartNumber, plans] = PRODUCTS[name];
  const isGrace = status === 'Warning';
  const isOn = status === 'Enabled';
  return {
    skuId: id,
    skuPartNumber,
    capabilityStatus: status,
    prepaidUnits: {
      enabled: isOn ? seats : 0,
      suspended: isOn || isGrace ? 0 : seats,
      warning: isGrace ? seats : 0,
      lockedOut: 0,
    },
    servicePlans: plans.map(([servicePlanId, servicePlanName]) => ({
      servicePlanId,
      servicePlanName,
      provisioningStatus: 'Success',
      appliesTo: 'User',
    })),
  };
}

export const METHOD_TYPE: Readonly<Record<MethodName, MfaMethod['type']>> = {
  Authenticator: 'microsoftAuthenticator',
  TOTP: 'softwareOath',
  passkey: 'fido2',
  'Windows Hello': 'windowsHelloForBusiness',
  phone: 'phone',
  email: 'email',
  'temporary access pass': 'temporaryAccessPass',
  'platform credential': 'platformCredential',
  external: 'external',
};

export function makeMethod(name: MethodName, index: number): MfaMethod {
  const method = {
    type: METHOD_TYPE[name],
    id: `d0000000-0000-4000-8000-00000000000${index}`,
    displayName: name,
    createdDateTime: '2025-06-01T08:00:00Z',
    phoneNumber: '+44 20 7946 0000',
    phoneType: 'mobile',
    emailAddress: 'someone@fabrikam.example',
    isUsable: true,
  };
  return method as MfaMethod;
}

export function roleId(name: string): string {
  const found = Object.entries(ROLE).find(([known]) => known === name);
  if (!found) throw new Error(`No role named ${name}`);
  return found[1];
}

/** Whom a policy is for, in words: which member of Graph's `users` says so. */
export function userToken(word: string): readonly ['Users' | 'Groups' | 'Roles', string] {
  switch (word) {
    case 'everyone':
      return ['Users', 'All'];
    case 'nobody':
      return ['Users', 'None'];
    case 'guests':
      return ['Users', 'GuestsOrExternalUsers'];
    case 'the account':
      return ['Users', FABRIKAM.integration];
    case 'the administrator':
      return ['Users', FABRIKAM.mira];
    case 'a group of the account':
      return ['Groups', GROUP.direct];
    case 'a group around that group':
      return ['Groups', GROUP.nested];
    case 'another group':
      return ['Groups', GROUP.other];
    default:
      return ['Roles', roleId(word)];
  }
}

const APPS: Readonly<Record<string, string>> = {
  all: 'All',
  none: 'None',
  'Partner Center': 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd',
  'Azure management': '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  'Microsoft Graph': '00000003-0000-0000-c000-000000000000',
  'Microsoft Admin Portals': 'MicrosoftAdminPortals',
  'Office 365': 'Office365',
};

export function appToken(word: string): string {
  const token = APPS[word];
  if (!token) throw new Error(`No app named ${word}`);
  return token;
}
