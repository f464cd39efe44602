/** Microsoft's own identifiers, the same in every tenant. */
export const ROLE = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  conditionalAccessAdministrator: 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
  securityReader: '5d6b6bb7-de71-4623-b4af-96380a352509',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  licenceAdministrator: '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
} as const;

export const SKU = {
  /** Microsoft 365 Business Premium. */
  spb: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46',
  /** Enterprise Mobility + Security E3. */
  ems: 'efccb6f7-5641-4e0e-bd10-b4976e1bf68e',
  dynamicsSales: '1e1a282c-9c54-43a2-9310-98ef728faace',
  /** Exchange Online (Plan 1): a plan without Entra ID P1. */
  exchange: '4b9405b0-7788-4568-add1-99614e613b69',
} as const;

export const PLAN = {
  entraP1: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  mfaPremium: '8a256a2b-b617-496d-b51b-e76466e88db0',
  exchange: '9aaf7827-d63c-4b61-89c3-182f06f82e5c',
  dynamicsSales: '2da8e897-7791-486b-b08f-cc63c8129df7',
} as const;

/** Identifiers of the invented tenants. Stable, so that tests and saved evidence can name them. */
export const FABRIKAM = {
  tenant: '5f1d7a3e-2c64-4b8e-9f70-6d1a3c5e8b21',
  mira: '0b7c9a54-61f2-4d3e-8a1b-7f20c4d95e11',
  okafor: '1d2e8c37-94ab-4f60-b5d3-2a6e71c08f22',
  lind: '2f64b1d0-3c85-47e9-a0f2-5b91d7e36a33',
  accountant: '3a95e7c2-18d4-4c6b-9e27-8d03f6b14c44',
  integration: '4c0d6f81-72be-4a19-8f53-1e94a2d75b55',
  adminAgents: '61b3d8f4-0a97-4e2c-b1d6-9c58e27f3a66',
  helpdeskAgents: '72c4e905-1ba8-4f3d-a2e7-0d69f38a4b77',
  salesAgents: '83d5fa16-2cb9-404e-83f8-1e7a049b5c88',
  namesake: '94e60b27-3dca-415f-9409-2f8b15ac6d99',
  policy: 'a5f71c38-4edb-4260-a51a-309c26bd7eaa',
} as const;

export const NORTHWIND = {
  tenant: '8e3b5c70-94d1-4f2a-b6c8-07d9e1f2a3b4',
  jonas: '9f4c6d81-a5e2-403b-87d9-18eaf203b4c5',
} as const;

/** The extension's app registration. */
export const APP = {
  clientId: 'c6a82d49-5fec-4371-b62b-41ad37ce8fbb',
  redirectUris: [
    'https://fnabbnifphjenbikjacdpciopkjnlnjp.chromiumapp.org/',
    'https://3ccb0de761c6d60a99b9a909f8d387c7b8ed4645.extensions.allizom.org/',
  ],
} as const;
