import type { MiddlewareHandler } from 'hono';
import { readPortalSession } from '../../identity/portal-session.ts';
import { keep } from '../../identity/state.ts';
import type { World } from '../../world.ts';
import type { PortalEnv } from '../kit/portal.ts';

/** How long a frame may act for the session that opened it, milliseconds of real time. */
const LIFETIME_MS = 3_600_000;
type FrameToken = Readonly<{ sessionId: string; expiresMs: number }>;
const tokensByWorld = new WeakMap<World, Map<string, FrameToken>>();

function tokensOf(world: World): Map<string, FrameToken> {
  const tokens = tokensByWorld.get(world) ?? new Map<string, FrameToken>();
  tokensByWorld.set(world, tokens);
  return tokens;
}

/** A token with which a frame on another host acts for a portal session. */
export function issueFrameToken(world: World, sessionId: string): string {
  return keep(tokensOf(world), { sessionId, expiresMs: Date.now() + LIFETIME_MS });
}

/**
 * Middleware for the frames' endpoints: the token is in the header, or in the address of the
 * first request. 401 when it is unknown, too old, or its session has ended.
 */
export function frameGuard(world: World): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const header = c.req.header('authorization')?.replace(/^Bearer /, '');
    const known = tokensOf(world).get(header ?? c.req.query('token') ?? '');
    const alive = known && known.expiresMs > Date.now();
    const session = alive && readPortalSession(world, known.sessionId);
    if (!session) return c.json({ error: 'Your session has expired.' }, 401);
    c.set('session', session);
    c.set('sessionId', known.sessionId);
    return next();
  };
}
