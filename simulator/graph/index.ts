import { Hono } from 'hono';
import { noteBatchItems } from '../server/router.ts';
import type { Site, World } from '../world.ts';
import {
  type Answer,
  badRequest,
  makeTrace,
  Refusal,
  refuse,
  succeed,
  type Trace,
} from './answer.ts';
import { serveBatch } from './batch.ts';

import type { Version } from './endpoint.ts';
import { perform, type Reader } from './perform.ts';
import { makeThrottle, type Throttle } from './throttle.ts';

const EXPOSED =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, Retry-After, WWW-Authenticate';
const CHALLENGE =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

function toResponse(answer: Answer, trace: Trace, request: Request): Response {
  const headers = new Headers(answer.headers);
  headers.set('request-id', trace.requestId);
  headers.set('client-request-id', trace.clientRequestId);
  headers.set('Date', trace.date.toUTCString());
  headers.set('Access-Control-Allow-Origin', request.headers.get('origin') ?? '*');
  headers.set('Access-Control-Expose-Headers', EXPOSED);
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

function preflight(request: Request): Response {
  return new Response(null, {
    headers: {
      'Access-Control-Allow-Origin': request.headers.get('origin') ?? '*',
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers':
        request.headers.get('access-control-request-headers') ?? 'Authorization',
      'Access-Control-Max-Age': '3600',
    },
  });
}

function requireReader(world: World, request: Request): Reader {
  const challenge = { 'WWW-Authenticate': CHALLENGE };
  const token = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!token) {
    throw new Refusal(401, 'InvalidAuthenticationToken', 'Access token is empty.', challenge);
  }
  const reader = world.bearer(token);
  if (reader) return reader;
  const words = 'Access token has expired or is not yet valid.';
  throw new Refusal(401, 'InvalidAuthenticationToken', words, challenge);
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('Unable to read JSON request payload.');
  }
}

async function answer(request: Request, world: World, throttle: Throttle, trace: Trace) {
  const url = new URL(request.url);
  const [, name = '', ...rest] = url.pathname.split('/');
  if (name !== 'v1.0' && name !== 'beta') throw badRequest(`Invalid version: ${name}`);
  const version: Version = name;
  const reader = requireReader(world, request);
  const serve = (method: string, target: string, body: unknown) =>
    perform({ method, version, target, body }, reader, world, throttle, trace);
  const path = `/${rest.join('/')}`;
  const body = await readBody(request);
  if (decodeURIComponent(path) !== '/$batch') return serve(request.method, path + url.search, body);
  if (request.method !== 'POST') {
    throw new Refusal(405, 'Request_BadRequest', 'Specified HTTP method is not allowed.');
  }
  const { responses, items } = await serveBatch(body, version, world, serve, trace);
  noteBatchItems(request, items);
  return succeed({ responses });
}

/** The simulated Microsoft Graph, v1.0 and beta: reads only, from what the directory shows it. */
export const graphSite: Site = {
  hosts: ['graph.microsoft.com'],
  app: (world) => {
    const throttle = makeThrottle();
    const app = new Hono();
    app.all('*', async ({ req }) => {
      const request = req.raw;
      if (request.method === 'OPTIONS') return preflight(request);
      const trace = makeTrace(request.headers.get('client-request-id'), world.clock.nowMs());
      try {
        return toResponse(await answer(request, world, throttle, trace), trace, request);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return toResponse(refuse(error, trace), trace, request);
      }
    });
    return app;
  },
};
