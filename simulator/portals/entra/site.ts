import { Hono } from 'hono';
import { portalSession } from '../../identity/portal-session.ts';
import type { Site, World } from '../../world.ts';
import { createPortal } from '../kit/create-portal.ts';
import type { PortalEnv, SessionGuard } from '../kit/portal.ts';
import { frameGuard, issueFrameToken } from './frame-token.ts';
import { policiesApi } from './policies-api.ts';
import { propertiesApi } from './properties-api.ts';
import { usersApi } from './users-api.ts';

const SHELL_HOSTS = ['entra.microsoft.com', 'portal.azure.com'];
const FRAME_HOSTS = '*.reactblade.portal.azure.net';

function shell(world: World): Hono {
  const api = new Hono<PortalEnv>();
  api.post('/frame-token', (c) =>
    c.json({ token: issueFrameToken(world, c.get('sessionId')) }, 201),
  );
  return createPortal(world, portalSession(world), api, {
    title: 'Microsoft Entra admin center',
    script: 'entra/shell/main.ts',
    styles: ['kit/fluent.css', 'entra/shell/shell.css', 'entra/shell/menu.css'],
    frames: `https://${FRAME_HOSTS}`,
  });
}

/** Documents are empty and open to anyone; whatever they ask for needs a frame token. */
function frames(world: World): Hono {
  const ofEndpoints = frameGuard(world);
  const guard: SessionGuard = (c, next) =>
    c.req.path.startsWith('/api/') ? ofEndpoints(c, next) : next();
  const api = new Hono<PortalEnv>();
  api.route('/users', usersApi(world));
  api.route('/policies', policiesApi(world));
  api.route('/properties', propertiesApi(world));
  return createPortal(world, guard, api, {
    title: 'ReactView',
    script: 'entra/frame/main.ts',
    styles: [
      'kit/fluent.css',
      ...['frame', 'fluent', 'choices', 'surfaces'].map((name) => `entra/frame/${name}.css`),
    ],
    ancestors: SHELL_HOSTS.map((host) => `https://${host}`).join(' '),
  });
}

/** The shell of Microsoft Entra admin center, also reached as the Azure portal. */
export const entraSite: Site = { hosts: SHELL_HOSTS, app: shell };

/** The hosts on which the contents of its blades run; their requests need a frame token. */
export const entraFrameSite: Site = { hosts: [FRAME_HOSTS], app: frames };
