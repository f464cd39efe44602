import { Hono } from 'hono';
import type { World } from '../../world.ts';
import { createPortal } from '../kit/create-portal.ts';
import type { PortalEnv, SessionGuard } from '../kit/portal.ts';
import { methodsApi } from './methods-api.ts';

/** mysignins.microsoft.com: `/security-info`, and `/register` in the middle of a sign-in. */
export function mySignIns(world: World, guard: SessionGuard): Hono {
  const api = new Hono<PortalEnv>();
  api.route('/methods', methodsApi(world));
  const site = new Hono();
  site.get('/', (c) => c.redirect('/security-info'));
  return site.route(
    '/',
    createPortal(world, guard, api, {
      title: 'My Sign-Ins',
      script: 'my-sign-ins/main.ts',
      styles: ['kit/fluent.css', 'kit/fluent-ui.css', 'my-sign-ins/page.css'],
    }),
  );
}

const SHORT_LINKS: readonly string[] = ['/mfasetup', '/mysecurityinfo', '/setupsecurityinfo'];

/** aka.ms: the short links that lead to registration. */
export function shortLinks(): Hono {
  return new Hono().get('*', (c) =>
    SHORT_LINKS.includes(c.req.path.toLowerCase())
      ? c.redirect(`https://mysignins.microsoft.com/security-info${new URL(c.req.url).search}`)
      : c.notFound(),
  );
}
