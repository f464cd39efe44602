import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Seen, Site, World } from '../world.ts';
import { takeFault } from './faults.ts';

/** The newest requests kept; enough for a whole walk, small enough for a long demonstration. */
const SEEN_LIMIT = 5_000;

export type Answer = (request: Request, incoming: IncomingMessage) => Promise<Response>;
type App = { fetch: (request: Request) => Response | Promise<Response> };

const batchItems = new WeakMap<Request, Seen['items']>();

/** Adds the inner requests of a `$batch` to what is noted about `request` (`c.req.raw`). */
export function noteBatchItems(request: Request, items: NonNullable<Seen['items']>): void {
  batchItems.set(request, items);
}

function findApp(apps: ReadonlyMap<string, App>, host: string): App | undefined {
  return apps.get(host) ?? apps.get(host.replace(/^[^.]+\./, '*.'));
}

function toResponse(fault: NonNullable<Fault['respond']>): Response {
  const { status, headers = {}, body } = fault;
  if (body === undefined) return new Response(null, { status, headers });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  return new Response(text, { status, headers: { 'content-type': type, ...headers } });
}

/** Writes the head of an answer and less of its body than the head promises. */
function beginAnswer({ socket }: IncomingMessage): Promise<void> {
  const head = ['HTTP/1.1 200 OK', 'Content-Type: application/json', 'Content-Length: 5000'];
  return new Promise((resolve) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n{"value":[{`, () => resolve());
  });
}

function note(world: World, request: Request, url: URL, status: number): void {
  const items = batchItems.get(request);
  world.seen.push({
    method: request.method,
    host: url.hostname,
    path: url.pathname + url.search,
    origin: request.headers.get('origin'),
    status,
    atMs: world.clock.nowMs(),
    ...(items && { items }),
  });
  if (world.seen.length > SEEN_LIMIT) world.seen.splice(0, world.seen.length - SEEN_LIMIT);
}

/**
 * Answers a request for any simulated host: faults first, then the site's own app. Everything is
 * noted in `world.seen`; a dropped connection with status 0.
 */
export function routeByHost(world: World, sites: readonly Site[]): Answer {
  const apps = new Map<string, App>();
  for (const site of sites) {
    const app = site.app(world);
    for (const host of site.hosts) apps.set(host, app);
  }
  return async (request, incoming) => {
    const url = new URL(request.url);
    const fault = takeFault(world, request.method, url.hostname + url.pathname + url.search);
    if (fault?.delayMs) await sleep(fault.delayMs);
    if (fault?.drop || fault?.cutOff) {
      note(world, request, url, 0);
      if (fault.cutOff) await beginAnswer(incoming);
      incoming.socket.destroy();
      return new Response(null, { status: 503 });
    }
    const response = fault?.respond
      ? toResponse(fault.respond)
      : ((await findApp(apps, url.hostname)?.fetch(request)) ??
        new Response(`${url.hostname} is not simulated`, { status: 421 }));
    note(world, request, url, response.status);
    return response;
  };
}
