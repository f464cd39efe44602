import type { Portal } from '../utils/domain/portal.ts';
import { entra } from './entra.ts';
import { microsoft365Admin } from './microsoft-365-admin.ts';
import { mySignIns } from './my-sign-ins.ts';
import { partnerCenter } from './partner-center.ts';

/** Every portal, in the order the panel names them. */
export const portals: readonly Portal[] = [partnerCenter, entra, microsoft365Admin, mySignIns];

/** Match patterns of every document Waymark looks into: portal pages and their content frames. */
export const contentMatches: string[] = portals.flatMap((portal) => [
  ...portal.hosts.map((host) => `https://${host}/*`),
  ...(portal.frameMatches ?? []),
]);

/** Match patterns of the pages the panel is docked in. */
export const portalMatches: string[] = portals.flatMap((portal) =>
  portal.hosts.map((host) => `https://${host}/*`),
);

/** Microsoft Graph in its four clouds; which one is read is a policy setting. */
export const graphMatches: string[] = [
  'https://graph.microsoft.com/*',
  'https://graph.microsoft.us/*',
  'https://dod-graph.microsoft.us/*',
  'https://microsoftgraph.chinacloudapi.cn/*',
];

/** The manifest's host permissions; `tests/conventions/permissions.test.ts` holds them to the docs. */
export const hostPermissions: string[] = [...contentMatches, ...graphMatches];
