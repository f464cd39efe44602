import type { Hono } from 'hono';
import { portalSession } from '../identity/portal-session.ts';
import type { Site, World } from '../world.ts';
import { entraFrameSite, entraSite } from './entra/site.ts';
import type { SessionGuard } from './kit/portal.ts';
import { microsoft365Admin } from './microsoft-365-admin/site.ts';
import { mySignIns, shortLinks } from './my-sign-ins/site.ts';
import { partnerCenter } from './partner-center/site.ts';
import { WORK_365_HOSTS, work365 } from './work-365/site.ts';

/** A portal that takes the identity service's word for who is signed in. */
function site(hosts: readonly string[], app: (world: World, guard: SessionGuard) => Hono): Site {
  return { hosts, app: (world) => app(world, portalSession(world)) };
}

/** Every simulated portal. */
export const portalSites: readonly Site[] = [
  site(['partner.microsoft.com'], partnerCenter),
  site(['admin.microsoft.com', 'admin.cloud.microsoft'], microsoft365Admin),
  site(['mysignins.microsoft.com'], mySignIns),
  site(WORK_365_HOSTS, work365),
  { hosts: ['aka.ms'], app: shortLinks },
  entraSite,
  entraFrameSite,
];
