import {
  Client,
  type Context,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import type { Json } from '@/utils/domain/read.ts';
import type { GraphPorts } from './ports.ts';

/** A worker is ended when an answer takes 30 seconds; before that we stop waiting. */
const ANSWER_WITHIN_MS = 20_000;

export type Outgoing = Readonly<{
  method: 'GET' | 'POST';
  version: string;
  path: string;
  body?: Json;
}>;

/** What came back for one request, alone or as an item of a batch. Status 0: nothing did. */
export type Reply = Readonly<{
  status: number;
  header: (name: string) => string | null;
  body: unknown;
  /** Why nothing came back. */
  failure?: string;
  /** The connection could not be made or broke before an answer began. */
  unreachable?: true;
  /** The batch that carried the request failed; of the request itself nothing is known. */
  whole?: true;
}>;

export type Send = (outgoing: Outgoing) => Promise<Reply>;

/** The last link of the client's chain: no retries, no redirects, no headers of its own. */
function makeMiddleware(ports: GraphPorts, token: () => string): Middleware {
  const send = ports.fetch ?? fetch;
  return {
    async execute(context: Context): Promise<void> {
      const url = String(context.request);
      if (!url.startsWith(`${ports.graphRoot}/`))
        throw new Error(`not an address of Graph: ${url}`);
      const headers = new Headers(context.options?.headers as Record<string, string>);
      headers.set('Authorization', `Bearer ${token()}`);
      const options = { ...context.options, headers } as RequestInit;
      context.response = await send(url, { ...options, credentials: 'omit', redirect: 'error' });
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A gateway's page or half an answer must not pass for Graph's word; a refusal is one anyhow. */
async function readBody(response: Response): Promise<Pick<Reply, 'body' | 'failure'>> {
  const body = parsed(await response.text());
  if (!response.ok) return { body };
  const type = response.headers.get('Content-Type') ?? '';
  if (!/\bjson\b/i.test(type)) {
    return { body: undefined, failure: `an answer that is no JSON but ${type || 'of no type'}` };
  }
  return body === undefined ? { body, failure: 'an answer that is no whole JSON' } : { body };
}

/** Status and headers arrived; the rest may still break off. */
async function replyOf(response: Response, timeout: AbortSignal): Promise<Reply> {
  const { status } = response;
  const header = (name: string) => response.headers.get(name);
  try {
    return { status, header, ...(await readBody(response)) };
  } catch (error) {
    if (timeout.aborted) return noReply(error, timeout);
    return { status, header, body: undefined, failure: 'an answer that broke off' };
  }
}

function noReply(error: unknown, timeout: AbortSignal): Reply {
  const failure = error instanceof Error ? error.message : String(error);
  const nothing = { status: 0, header: () => null, body: undefined, failure } as const;
  return timeout.aborted ? nothing : { ...nothing, unreachable: true };
}

/**
 * Makes the function that sends one request through Microsoft's Graph client. We bring our own
 * middleware, because the client's retries cannot see the items of a batch, know no claims
 * challenge and would not share our budget.
 *
 * The function never throws for what Graph or the network do; it rejects when `signal` is aborted.
 */
export function makeSend(ports: GraphPorts, token: () => string, signal?: AbortSignal): Send {
  const client = Client.initWithMiddleware({
    baseUrl: ports.graphRoot,
    middleware: makeMiddleware(ports, token),
  });
  return async ({ method, version, path, body }) => {
    const timeout = AbortSignal.timeout(ports.answerWithinMs ?? ANSWER_WITHIN_MS);
    const request = client
      .api(path)
      .version(version)
      .option('signal', signal ? AbortSignal.any([signal, timeout]) : timeout)
      .responseType(ResponseType.RAW);
    const response = (method === 'GET' ? request.get() : request.post(body)) as Promise<Response>;
    const reply = await response.then(
      (arrived) => replyOf(arrived, timeout),
      (error: unknown) => noReply(error, timeout),
    );
    signal?.throwIfAborted();
    return reply;
  };
}
