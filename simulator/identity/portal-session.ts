import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Session, World } from '../world.ts';
import { findPortalClient, REGISTRATION_SCOPE } from './clients.ts';
import { identityOf, keep, resolve } from './state.ts';

const LOGIN = 'https://login.microsoftonline.com/common/oauth2/v2.0';
const COOKIE = '.AspNet.Cookies';

/** Type parameter for a portal's Hono app: `new Hono<PortalEnv>()`. */
export type PortalEnv = { Variables: { session: Session; sessionId: string } };

/** Whom a portal session stands for: for a blade frame that gets the id in its address. */
export function readPortalSession(world: World, id: string): Session | undefined {
  const known = identityOf(world).portalSessions.get(id);
  return known && resolve(world, known);
}

function isRegistration(host: string, target: string): boolean {
  return host === 'mysignins.microsoft.com' && target.startsWith('/register');
}

function toSignIn(c: Context, host: string, target: string, more: Record<string, string>) {
  const client = findPortalClient(host);
  if (!client) return c.text(`${host} has no app registration in the simulation`, 500);
  const query = new URLSearchParams({
    client_id: client.id,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: `https://${host}/signin-oidc`,
    scope: isRegistration(host, target) ? `openid ${REGISTRATION_SCOPE}` : 'openid profile',
    nonce: randomUUID(),
    state: target,
    ...more,
  });
  return c.redirect(`${LOGIN}/authorize?${query}`);
}

function localTarget(state: string | undefined): string {
  return state?.startsWith('/') && !state.startsWith('//') ? state : '/';
}

function complete(world: World, c: Context) {
  const { codes, portalSessions } = identityOf(world);
  const code = c.req.query('code') ?? '';
  const grant = codes.get(code);
  codes.delete(code);
  if (!grant) return c.text(c.req.query('error_description') ?? 'Sign-in failed.', 400);
  const { tenantId, userId, mfa, authTimeMs } = grant;
  const id = keep(portalSessions, { tenantId, userId, mfa, authTimeMs });
  setCookie(c, COOKIE, id, { path: '/', secure: true, httpOnly: true, sameSite: 'None' });
  return c.redirect(localTarget(c.req.query('state')));
}

function signOut(world: World, c: Context, host: string) {
  identityOf(world).portalSessions.delete(getCookie(c, COOKIE) ?? '');
  deleteCookie(c, COOKIE, { path: '/', secure: true });
  const back = new URLSearchParams({ post_logout_redirect_uri: `https://${host}/` });
  return c.redirect(`${LOGIN}/logout?${back}`);
}

function answerOwnPath(world: World, c: Context): Response | undefined {
  const { pathname, hostname, searchParams } = new URL(c.req.url);
  switch (pathname) {
    case '/signin-oidc':
      return complete(world, c);
    case '/signout':
      return signOut(world, c, hostname);
    case '/switch-account': {
      const to = localTarget(searchParams.get('to') ?? '/');
      return toSignIn(c, hostname, to, { prompt: 'select_account' });
    }
    default:
      return undefined;
  }
}

function demandSignIn(c: Context): Response {
  const navigates = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html');
  if (!navigates) return c.json({ error: 'signed-out' }, 401);
  const url = new URL(c.req.url);
  const hint = url.searchParams.get('login_hint');
  return toSignIn(c, url.hostname, url.pathname + url.search, hint ? { login_hint: hint } : {});
}

/**
 * Middleware for a portal: everything behind it has `c.get('session')` (who is signed in, resolved
 * anew for each request) and `c.get('sessionId')` (for `readPortalSession`, e.g. in the address of
 * a frame on another host).
 *
 * Without a session a navigation goes through the sign-in pages and comes back to the same path and
 * query (the fragment survives too); anything else gets 401. It also answers `/signin-oidc`,
 * `/signout` (signs out everywhere) and `/switch-account?to=/path` (account picker).
 *
 * An interrupted sign-in arrives at `https://mysignins.microsoft.com/register?login_hint=…&returnUrl=…`:
 * register the method with `tenant.change`, then send the browser to `returnUrl`.
 */
export function portalSession(world: World): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const own = answerOwnPath(world, c);
    if (own) return own;
    const id = getCookie(c, COOKIE) ?? '';
    const session = readPortalSession(world, id);
    if (!session) return demandSignIn(c);
    c.set('session', session);
    c.set('sessionId', id);
    return next();
  };
}
