import type { World } from '../world.ts';

/** An app registration as the sign-in service knows it. */
export type Client = Readonly<{
  id: string;
  name: string;
  /** What a sign-in to it asks access to: compared by Conditional Access, shown in sign-in logs. */
  resource: Readonly<{ id: string; name: string }>;
  redirectUris: readonly string[];
  /** `spa`: public client in a browser, PKCE. `portal`: Microsoft's own site, consented for ever. */
  kind: 'spa' | 'portal';
  /** Microsoft demands MFA for it whatever the tenant's rules say (since 2024/2025). */
  mandatoryMfa: boolean;
}>;

const GRAPH = { id: '00000003-0000-0000-c000-000000000000', name: 'Microsoft Graph' };
const AZURE = {
  id: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  name: 'Windows Azure Service Management API',
};
const PARTNER = { id: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd', name: 'Microsoft Partner Center' };

function portal(
  id: string,
  name: string,
  resource: Client['resource'],
  hosts: readonly string[],
  mandatoryMfa: boolean,
): Client {
  const redirectUris = hosts.map((host) => `https://${host}/signin-oidc`);
  return { id, name, resource, redirectUris, kind: 'portal', mandatoryMfa };
}

const PORTALS: readonly Client[] = [
  portal(
    '4990cffe-04e8-4e8b-808a-1175604b879f',
    'Microsoft Partner',
    PARTNER,
    ['partner.microsoft.com'],
    true,
  ),
  portal(
    'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
    'Azure Portal',
    AZURE,
    ['entra.microsoft.com', 'portal.azure.com', 'account.activedirectory.windowsazure.com'],
    true,
  ),
  portal(
    '00000006-0000-0ff1-ce00-000000000000',
    'Microsoft Office 365 Portal',
    GRAPH,
    ['admin.microsoft.com', 'admin.cloud.microsoft'],
    true,
  ),
  portal(
    '19db86c3-b2b9-44cc-b339-36da233a3be2',
    'My Signins',
    GRAPH,
    ['mysignins.microsoft.com'],
    false,
  ),
  portal(
    '7d1c5b2e-40a9-4e83-9c6f-2b8f7a10d3e4',
    'Work 365',
    PARTNER,
    ['appext.work365apps.com', 'service-us01.work365apps.com', 'service-eu01.work365apps.com'],
    false,
  ),
];

/**
 * Scope of a sign-in that only leads to the registration of a first method; My Sign-Ins asks for it
 * on `/register` and gets a session without a second factor.
 */
export const REGISTRATION_SCOPE = 'proofup';

/** The app with this id, the extension's own included. */
export function findClient(world: World, clientId: string): Client | undefined {
  if (clientId.toLowerCase() !== world.app.clientId) {
    return PORTALS.find((client) => client.id === clientId);
  }
  return {
    id: world.app.clientId,
    name: 'Waymark',
    resource: GRAPH,
    redirectUris: world.app.redirectUris,
    kind: 'spa',
    mandatoryMfa: false,
  };
}

/** The app behind a portal's host name. */
export function findPortalClient(host: string): Client | undefined {
  return PORTALS.find((client) => client.redirectUris.includes(`https://${host}/signin-oidc`));
}
