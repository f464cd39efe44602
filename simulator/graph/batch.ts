import { setTimeout as sleep } from 'node:timers/promises';
import { takeFault } from '../server/faults.ts';
import type { Fault, Seen, World } from '../world.ts';
import { type Answer, badRequest, Refusal, refuse, type Trace } from './answer.ts';
import type { Version } from './endpoint.ts';

/** https://learn.microsoft.com/graph/json-batching */
const MOST_ITEMS = 20;

type Item = Readonly<{
  id: string;
  method: string;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  dependsOn?: readonly string[];
}>;
type Served = Readonly<{ id: string; answer: Answer }>;

/** Answers one item as if it had come alone. */
export type Serve = (method: string, target: string, body: unknown) => Answer;

function isItem(value: unknown): value is Item {
  const item = value as Partial<Record<keyof Item, unknown>> | null;
  const isText = (member: unknown) => typeof member === 'string' && member !== '';
  return isText(item?.id) && isText(item?.method) && isText(item?.url);
}

function parseItems(body: unknown): Item[] {
  const requests = (body as { requests?: unknown } | null)?.requests;
  if (!Array.isArray(requests)) throw badRequest("The 'requests' property is missing.");
  if (requests.length > MOST_ITEMS) {
    throw badRequest(`Batch request size exceeds the limit of ${MOST_ITEMS}.`);
  }
  const items = requests.filter(isItem);
  if (items.length < requests.length) throw badRequest('id, method and url are required.');
  const ids = new Set(items.map(({ id }) => id.toLowerCase()));
  if (ids.size < items.length) throw badRequest('Request ids must be unique in a batch.');
  for (const { id, body: content, headers } of items) {
    const named = Object.keys(headers ?? {}).some((name) => /^content-type$/i.test(name));
    if (content !== undefined && !named) {
      throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
    }
  }
  return items;
}

function toAnswer(fault: Fault, trace: Trace): Answer {
  if (fault.drop) return refuse(new Refusal(504, 'GatewayTimeout', 'No answer in time.'), trace);
  if (fault.cutOff) return { status: 200, headers: {}, body: '{"value":[{' };
  const { status, headers = {}, body } = fault.respond ?? { status: 500 };
  return { status, headers, body };
}

async function serveItem(item: Item, version: Version, world: World, serve: Serve, trace: Trace) {
  const target = item.url.startsWith('/') ? item.url : `/${item.url}`;
  const fault = takeFault(world, item.method, `graph.microsoft.com/${version}${target}`);
  if (fault?.delayMs) await sleep(fault.delayMs);
  if (fault?.drop || fault?.cutOff || fault?.respond) return toAnswer(fault, trace);
  return serve(item.method.toUpperCase(), target, item.body);
}

function failedBefore(item: Item, served: readonly Served[]): boolean {
  return (item.dependsOn ?? []).some((id) => {
    const before = served.find((other) => other.id === id);
    return !before || before.answer.status >= 400;
  });
}

/**
 * Serves a `$batch`: each item by itself, each with its own status and headers. Answers come in
 * another order than the questions, as the real service is free to do.
 *
 * @throws Refusal with status 400 when the batch as a whole is malformed.
 */
export async function serveBatch(
  body: unknown,
  version: Version,
  world: World,
  serve: Serve,
  trace: Trace,
): Promise<Readonly<{ responses: unknown[]; items: NonNullable<Seen['items']> }>> {
  const asked = parseItems(body);
  const served: Served[] = [];
  for (const item of asked) {
    const failed = new Refusal(424, 'FailedDependency', 'A request this one depends on failed.');
    const answer = failedBefore(item, served)
      ? refuse(failed, trace)
      : await serveItem(item, version, world, serve, trace);
    served.push({ id: item.id, answer });
  }
  const items = asked.map(({ method, url }, index) => ({
    method,
    url,
    status: served[index]?.answer.status ?? 0,
  }));
  const responses = served.map(({ id, answer }) => ({ id, ...answer })).reverse();
  return { responses, items };
}
