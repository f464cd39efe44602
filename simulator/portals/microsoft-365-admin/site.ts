import { Hono } from 'hono';
import type { World } from '../../world.ts';
import { createPortal } from '../kit/create-portal.ts';
import type { PortalEnv, SessionGuard } from '../kit/portal.ts';
import { licencesApi } from './licences-api.ts';

/** admin.microsoft.com and admin.cloud.microsoft: active users and their licences. */
export function microsoft365Admin(world: World, guard: SessionGuard): Hono {
  const api = new Hono<PortalEnv>();
  api.route('/users', licencesApi(world));
  return createPortal(world, guard, api, {
    title: 'Microsoft 365 admin center',
    script: 'microsoft-365-admin/main.ts',
    styles: ['kit/fluent.css', 'kit/fluent-ui.css', 'microsoft-365-admin/page.css'],
  });
}
