import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Site, World } from '../world.ts';
import { describe } from './aadsts.ts';
import { parseRequest } from './authorize.ts';
import { SCRIPT, STYLE } from './page-assets.ts';
import { errorPage, signedOutPage } from './pages.ts';
import { proceed, type Reply } from './progress.ts';
import { type BrowserSession, type Flow, identityOf, keep } from './state.ts';
import { resume, STEPS } from './steps.ts';
import { answerToken } from './token.ts';

const HOST = 'https://login.microsoftonline.com';
const COOKIE = 'ESTSAUTHPERSISTENT';
const NINETY_DAYS_S = 90 * 86_400;
const CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

function reply(c: Context, answer: Reply): Response | Promise<Response> {
  c.header('cache-control', 'no-store');
  return answer.kind === 'redirect' ? c.redirect(answer.to) : c.html(answer.html);
}

function fail(c: Context, text: string) {
  return c.html(errorPage(text, randomUUID()));
}

/** The browser's session, made when there is none yet. */
function browserSession(world: World, c: Context): BrowserSession {
  const { browserSessions } = identityOf(world);
  const known = browserSessions.get(getCookie(c, COOKIE) ?? '');
  if (known) return known;
  const session: BrowserSession = { id: '', accounts: [] };
  session.id = keep(browserSessions, session);
  setCookie(c, COOKIE, session.id, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'None',
    maxAge: NINETY_DAYS_S,
  });
  return session;
}

function authorize(world: World, c: Context) {
  const query = new URL(c.req.url).searchParams;
  const parsed = parseRequest(world, c.req.param('tenant') ?? '', query);
  if (!parsed.ok) {
    return 'redirect' in parsed ? c.redirect(parsed.redirect) : fail(c, describe(parsed.aadsts));
  }
  const flow: Flow = {
    id: '',
    request: parsed.request,
    browserSessionId: browserSession(world, c).id,
    correlationId: query.get('client-request-id') ?? randomUUID(),
    factors: [],
    interrupts: [],
    picked: false,
    consented: false,
  };
  flow.id = keep(identityOf(world).flows, flow);
  return reply(c, proceed(world, flow));
}

/** The sign-in a form or a return belongs to, if this very browser began it. */
function ownFlow(world: World, c: Context, id: string | undefined): Flow | undefined {
  const flow = identityOf(world).flows.get(id ?? '');
  return flow?.browserSessionId === getCookie(c, COOKIE) ? flow : undefined;
}

async function login(world: World, c: Context) {
  const fields = Object.fromEntries(new URLSearchParams(await c.req.text()));
  const flow = ownFlow(world, c, fields.ctx);
  const step = STEPS[fields.step ?? ''];
  if (!flow || !step) return fail(c, 'This sign-in has ended. Start again from the app.');
  return reply(c, step(world, flow, fields));
}

function logout(world: World, c: Context) {
  identityOf(world).browserSessions.delete(getCookie(c, COOKIE) ?? '');
  deleteCookie(c, COOKIE, { path: '/', secure: true });
  const back = c.req.query('post_logout_redirect_uri');
  return back ? c.redirect(back) : c.html(signedOutPage());
}

function discovery(tenant: string) {
  const base = `${HOST}/${tenant}`;
  const issuer = ['common', 'organizations'].includes(tenant) ? '{tenantid}' : tenant;
  return {
    issuer: `${HOST}/${issuer}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    tenant_region_scope: null,
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
  };
}

function instanceDiscovery() {
  return {
    tenant_discovery_endpoint: `${HOST}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      {
        preferred_network: 'login.microsoftonline.com',
        preferred_cache: 'login.windows.net',
        aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com'],
      },
    ],
  };
}

function mountDocuments(app: Hono, world: World): void {
  const open = { 'access-control-allow-origin': '*' };
  app.get('/shared/sign-in.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css' }));
  app.get('/shared/sign-in.js', (c) => c.body(SCRIPT, 200, { 'content-type': 'text/javascript' }));
  app.get('/common/discovery/instance', (c) => c.json(instanceDiscovery(), 200, open));
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (c) =>
    c.json(discovery(c.req.param('tenant')), 200, open),
  );
  app.get('/:tenant/discovery/v2.0/keys', async (c) =>
    c.json((await identityOf(world).keys).jwks, 200, open),
  );
}

/** Preflight of cross-origin token requests; only single-page apps send one. */
function preflight(c: Context): Response {
  return c.body(null, 204, {
    'access-control-allow-origin': c.req.header('origin') ?? '*',
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': c.req.header('access-control-request-headers') ?? '',
    'access-control-max-age': '0',
  });
}

/** Microsoft's sign-in service: OpenID Connect with PKCE, MFA, consent and the sign-in log. */
export const identitySite: Site = {
  hosts: ['login.microsoftonline.com'],
  app: (world) => {
    const app = new Hono();
    app.use(async (c, next) => {
      await next();
      c.header('content-security-policy', CSP);
    });
    mountDocuments(app, world);
    app.get('/:tenant/oauth2/v2.0/authorize', (c) => authorize(world, c));
    app.post('/common/login', (c) => login(world, c));
    app.get('/common/resume', (c) => {
      const flow = ownFlow(world, c, c.req.query('ctx'));
      return flow ? reply(c, resume(world, flow)) : fail(c, 'This sign-in has ended.');
    });
    app.get('/:tenant/oauth2/v2.0/logout', (c) => logout(world, c));
    app.options('/:tenant/oauth2/v2.0/token', preflight);
    app.post('/:tenant/oauth2/v2.0/token', (c) => answerToken(world, c));
    return app;
  },
};
