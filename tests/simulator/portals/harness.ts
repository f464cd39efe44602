import type { Hono } from 'hono';
import type { PortalEnv, SessionGuard } from '@/simulator/portals/kit/portal.ts';
import { fabrikam } from '@/simulator/scenarios/build.ts';
import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import { Clock } from '@/simulator/tenant/clock.ts';
import { Tenant } from '@/simulator/tenant/tenant.ts';
import type { PortalTraits, World } from '@/simulator/world.ts';

const LAG_MS = 60_000;

type Setting = Readonly<{ userId?: string; mfa?: boolean; traits?: Partial<PortalTraits> }>;
type Portal = (world: World, guard: SessionGuard) => Hono<never> | Hono;

/** One portal over Fabrikam, signed in as Mira (or `userId`); Graph lags a minute behind it. */
export function open(portal: Portal, { userId = FABRIKAM.mira, mfa = true, traits }: Setting = {}) {
  const clock = new Clock();
  const tenant = new Tenant(fabrikam(), clock, LAG_MS);
  const world: World = {
    clock,
    tenants: [tenant],
    app: { clientId: '', redirectUris: [] },
    traits: {
      language: 'en',
      theme: 'light',
      contentDelayMs: 0,
      labelGeneration: 'current',
      ...traits,
    },
    faults: [],
    seen: [],
    bearer: () => undefined,
  };
  const guard: SessionGuard = async (c, next) => {
    const user = tenant.truth.users.find(({ id }) => id === userId);
    if (!user) return c.text('signed out', 401);
    c.set('session', { tenant, user, mfa } satisfies PortalEnv['Variables']['session']);
    return next();
  };
  const app = portal(world, guard) as Hono;
  const send = (method: string, path: string, body?: unknown) =>
    app.request(path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  const graphLater = () => {
    clock.advance(LAG_MS);
    return tenant.seenByGraph;
  };
  const audited = () => tenant.truth.directoryAudits.map((audit) => audit.activityDisplayName);
  return { world, tenant, send, graphLater, audited };
}
