import { Hono } from 'hono';
import type { World } from '../../world.ts';
import { createPortal } from '../kit/create-portal.ts';
import type { PortalEnv, SessionGuard } from '../kit/portal.ts';
import { usersApi } from './users-api.ts';

/** partner.microsoft.com: one application below `/dashboard`. */
export function partnerCenter(world: World, guard: SessionGuard): Hono {
  const api = new Hono<PortalEnv>();
  api.route('/users', usersApi(world));
  api.get('/security-requirements', (c) =>
    c.json(c.get('session').tenant.truth.partnerSecurityRequirements),
  );
  const site = new Hono();
  site.get('/', (c) => c.redirect('/dashboard/home'));
  return site.route(
    '/',
    createPortal(world, guard, api, {
      title: 'Microsoft Partner Center',
      script: 'partner-center/main.ts',
      styles: ['kit/fluent.css', 'partner-center/document.css'],
    }),
  );
}
