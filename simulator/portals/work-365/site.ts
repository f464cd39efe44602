import { Hono } from 'hono';
import type { World } from '../../world.ts';
import { createPortal } from '../kit/create-portal.ts';
import { holds } from '../kit/directory.ts';
import type { PortalEnv, SessionGuard } from '../kit/portal.ts';

export const WORK_365_HOSTS: readonly string[] = [
  'appext.work365apps.com',
  'service-us01.work365apps.com',
  'service-eu01.work365apps.com',
];
const SUCCESS = 'https://service-us01.work365apps.com/consent/partnercenter';

/**
 * A stand-in for Work 365's two consents, `/consent/partnercenter/admin` and `…/user`, each with
 * its page of success. The first needs a Global Administrator, the second a sign-in with MFA.
 */
export function work365(world: World, guard: SessionGuard): Hono {
  const api = new Hono<PortalEnv>();
  api.post('/consent/admin', (c) =>
    holds(c.get('session'))
      ? c.json({ next: `${SUCCESS}/admin/success` })
      : c.json({ error: 'AADSTS90094: A Global Administrator has to give this consent.' }, 403),
  );
  api.post('/consent/user', (c) =>
    c.get('session').mfa
      ? c.json({ next: `${SUCCESS}/user/success` })
      : c.json({ error: 'AADSTS50076: The sign-in must include multifactor authentication.' }, 403),
  );
  return createPortal(world, guard, api, {
    title: 'Work 365',
    script: 'work-365/main.ts',
    styles: ['kit/fluent.css', 'kit/fluent-ui.css', 'work-365/page.css'],
  });
}
