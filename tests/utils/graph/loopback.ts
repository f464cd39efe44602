import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { graphSite } from '@/simulator/graph/index.ts';
import { routeByHost } from '@/simulator/server/router.ts';
import type { World } from '@/simulator/world.ts';
import type { Read } from '@/utils/domain/read.ts';
import type { GraphPorts, Token } from '@/utils/graph/index.ts';

const GRAPH = 'https://graph.microsoft.com';

export type Loopback = Readonly<{
  ports: GraphPorts;
  /** Every getToken, with the claims it was asked for. */
  tokensAsked: (string | undefined)[];
  /** Most requests that were under way at the same time, by first word of the path. */
  mostAtOnce: Record<string, number>;
  /** Bytes of all answers, as they crossed the wire. */
  bytes: () => number;
  close: () => Promise<void>;
}>;

export type LoopbackOptions = Readonly<{
  token?: (claims: string | undefined) => Token;
  latencyMs?: number;
  /** Sleep in real time instead of moving the world's clock. */
  realTime?: boolean;
}>;

function areaOf(url: string): string {
  return /conditionalAccess/i.test(url) ? 'conditional-access' : 'other';
}

/**
 * Serves a world's Graph over real HTTP on 127.0.0.1 and gives ports that lead there under Graph's
 * own address. Unless told otherwise, sleeping moves the world's clock instead of waiting.
 */
export async function serveGraph(
  world: World,
  { token, latencyMs = 0, realTime = false }: LoopbackOptions = {},
): Promise<Loopback> {
  const answer = routeByHost(world, [graphSite]);
  const running: Record<string, number> = {};
  const mostAtOnce: Record<string, number> = {};
  const tokensAsked: (string | undefined)[] = [];
  let bytes = 0;
  const listener = getRequestListener(async (request, env) => {
    const url = new URL(request.url);
    const area = areaOf(request.url);
    running[area] = (running[area] ?? 0) + 1;
    mostAtOnce[area] = Math.max(mostAtOnce[area] ?? 0, running[area]);
    if (latencyMs > 0) await wait(latencyMs);
    const init = { method: request.method, headers: request.headers };
    const body = request.method === 'POST' ? { body: await request.text() } : {};
    const asked = new Request(`${GRAPH}${url.pathname}${url.search}`, { ...init, ...body });
    const response = await answer(asked, env.incoming as never);
    running[area] -= 1;
    const text = await response.text();
    bytes += text.length;
    return new Response(text, { status: response.status, headers: response.headers });
  });
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ports: GraphPorts = {
    getToken: async (claims) => {
      tokensAsked.push(claims);
      return token?.(claims) ?? { ok: true, accessToken: 'token', scopes: ALL };
    },
    graphRoot: GRAPH,
    now: () => world.clock.nowMs(),
    random: () => 0.5,
    sleep: async (ms) => (realTime ? wait(ms) : world.clock.advance(ms)),
    fetch: (input, init) => fetch(String(input).replace(GRAPH, origin), init),
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ports, tokensAsked, mostAtOnce, bytes: () => bytes, close };
}

const ALL = [
  'User.Read.All',
  'GroupMember.Read.All',
  'Policy.Read.All',
  'AuditLog.Read.All',
  'UserAuthenticationMethod.Read.All',
  'LicenseAssignment.Read.All',
];

/** A read whose fact is the body as it came. */
export function makeRead(path: `/${string}`, changes: Partial<Read> = {}): Read {
  return {
    method: 'GET',
    version: 'v1.0',
    path,
    scopes: ['User.Read.All', 'Policy.Read.All', 'AuditLog.Read.All'],
    budget: 'directory',
    fields: ['id'],
    parse: (body) => body,
    ...changes,
  };
}

export function policiesRead(query = ''): Read {
  const path = `/identity/conditionalAccess/policies${query}` as const;
  return makeRead(path, { budget: 'conditional-access', scopes: ['Policy.Read.All'] });
}

export function signInsRead(index = 0): Read {
  const path = `/auditLogs/signIns?$top=${index + 1}` as const;
  return makeRead(path, { budget: 'reports', scopes: ['AuditLog.Read.All'] });
}
