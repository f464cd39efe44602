import { randomUUID } from 'node:crypto';

/** What one endpoint says, before it becomes a response or an item of a batch. */
export type Answer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body: unknown;
}>;

/** Thrown where a request is refused; carries Graph's own words. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Names one request in headers and error bodies, as a support case would quote it. */
export type Trace = Readonly<{ requestId: string; clientRequestId: string; date: Date }>;

export function makeTrace(clientRequestId: string | null, nowMs: number): Trace {
  const requestId = randomUUID();
  return { requestId, clientRequestId: clientRequestId ?? requestId, date: new Date(nowMs) };
}

const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Headers of every item, alone or in a batch. */
const ITEM_HEADERS = { 'Cache-Control': 'no-cache', 'OData-Version': '4.0' };

export function succeed(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: 200,
    headers: { ...ITEM_HEADERS, 'Content-Type': JSON_TYPE, ...headers },
    body,
  };
}

/** The documented error shape: https://learn.microsoft.com/graph/errors */
export function refuse(refusal: Refusal, trace: Trace): Answer {
  const innerError = {
    date: trace.date.toISOString().slice(0, 19),
    'request-id': trace.requestId,
    'client-request-id': trace.clientRequestId,
  };
  return {
    status: refusal.status,
    headers: {
      'Cache-Control': 'no-cache',
      'Content-Type': 'application/json',
      ...refusal.headers,
    },
    body: { error: { code: refusal.code, message: refusal.message, innerError } },
  };
}

export function notFound(id: string): Refusal {
  const words = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return new Refusal(404, 'Request_ResourceNotFound', words);
}

export function badRequest(message: string): Refusal {
  return new Refusal(400, 'BadRequest', message);
}
