import type { Hono } from 'hono';
import { portalSession } from '../identity/portal-session.ts';
import type { Site, World } from '../world.ts';
import type { SessionGuard } from './kit/portal.ts';
import { partnerCenter } from './partner-center/site.ts';

/** A portal that takes the identity service's word for who is signed in. */
function site(hosts: readonly string[], app: (world: World, guard: SessionGuard) => Hono): Site {
  return { hosts, app: (world) => app(world, portalSession(world)) };
}

/** Every simulated portal. */
export const portalSites: readonly Site[] = [site(['partner.microsoft.com'], partnerCenter)];
