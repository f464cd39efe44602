import { Hono } from 'hono';
import type { World } from '../../world.ts';
import { assets } from './assets.ts';
import { contentSecurityPolicy, documentHtml } from './page.ts';
import { bootOf, languageOf, type PortalEnv, type SessionGuard, themeOf } from './portal.ts';

type Look = Readonly<{
  title: string;
  script: string;
  styles: readonly string[];
  /** Source list of frames the documents may show. */
  frames?: string;
  /** Source list of documents that may show these in a frame. */
  ancestors?: string;
}>;

/**
 * A portal: its assets for anyone, everything else behind sign-in, `api` below `/api`, and one
 * document for every other path.
 */
export function createPortal(
  world: World,
  guard: SessionGuard,
  api: Hono<PortalEnv>,
  look: Look,
): Hono {
  const portal = new Hono<PortalEnv>();
  portal.use(guard);
  portal.get('/api/boot', (c) => c.json(bootOf(c, world)));
  portal.route('/api', api);
  portal.all('/api/*', (c) => c.json({ error: 'There is no such endpoint.' }, 404));
  portal.get('*', (c) => {
    c.header('content-security-policy', contentSecurityPolicy(look.frames, look.ancestors));
    c.header('cache-control', 'no-store');
    return c.html(
      documentHtml({ ...look, language: languageOf(c, world), theme: themeOf(c, world) }),
    );
  });
  return new Hono().route('/', assets).route('/', portal);
}
