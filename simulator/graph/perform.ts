import type { World } from '../world.ts';
import { type Answer, badRequest, Refusal, refuse, succeed, type Trace } from './answer.ts';
import type { Call, Endpoint, Version } from './endpoint.ts';
import { ENDPOINTS } from './endpoints/index.ts';
import { missing, premiumMissing } from './families.ts';
import { hasPremium } from './licensing.ts';
import { matchEndpoint } from './match.ts';
import { holdsAny } from './roles.ts';
import type { Throttle } from './throttle.ts';

/** Who asks; resolved once for a request and all items of its batch. */
export type Reader = NonNullable<ReturnType<World['bearer']>>;

export type Asked = Readonly<{
  method: string;
  version: Version;
  /** Path and query below the version. */
  target: string;
  body: unknown;
}>;

function authorise(call: Call, endpoint: Endpoint): void {
  if (!endpoint.scopes.some((scope) => call.scopes.includes(scope))) {
    throw missing('scope', endpoint.family);
  }
  if (endpoint.premium && !hasPremium(call.state)) throw premiumMissing();
  const { roles, unless } = endpoint;
  const reader = call.state.users.find(({ id }) => id === call.session.user.id);
  const held = (reader ?? call.session.user).roleTemplateIds;
  if (roles && !holdsAny(held, roles) && !unless?.(call)) throw missing('role', endpoint.family);
}

function makeCall(asked: Asked, params: Call['params'], reader: Reader, nowMs: number): Call {
  const { scopes, ...session } = reader;
  const queryAt = asked.target.indexOf('?');
  return {
    version: asked.version,
    target: asked.target,
    params,
    query: new URLSearchParams(queryAt < 0 ? '' : asked.target.slice(queryAt + 1)),
    body: asked.body,
    session,
    scopes,
    state: session.tenant.seenByGraph,
    nowMs,
  };
}

function handle(asked: Asked, reader: Reader, world: World, throttle: Throttle): Answer {
  const [path = ''] = asked.target.split('?');
  const { endpoint, params } = matchEndpoint(ENDPOINTS, {
    method: asked.method,
    version: asked.version,
    path,
    readerId: reader.user.id,
  });
  const nowMs = world.clock.nowMs();
  const call = makeCall(asked, params, reader, nowMs);
  if (endpoint.limit && world.throttling !== false) {
    throttle(reader.tenant.id, endpoint.limit, nowMs);
  }
  authorise(call, endpoint);
  const cost: Record<string, string> = endpoint.units
    ? { 'x-ms-resource-unit': String(endpoint.units) }
    : {};
  return succeed(endpoint.handle(call), cost);
}

/** Answers one request, alone or as an item of a batch. */
export function perform(
  asked: Asked,
  reader: Reader,
  world: World,
  throttle: Throttle,
  trace: Trace,
): Answer {
  try {
    return handle(asked, reader, world, throttle);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error, trace);
    if (error instanceof URIError) return refuse(badRequest('Malformed address.'), trace);
    throw error;
  }
}
