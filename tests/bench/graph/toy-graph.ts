import { Refusal } from '@/simulator/graph/answer.ts';
import { makeThrottle } from '@/simulator/graph/throttle.ts';
import { type Budget, type Read, readKey } from '@/utils/domain/read.ts';
import type { VirtualTime } from './virtual-time.ts';

type Item = Readonly<{ id: string; method: string; url: string; body?: unknown }>;

/** What the tenant's limits saw in a day. */
export type Spent = {
  requests: number;
  items: Record<string, number>;
  throttled: Record<string, number>;
  /** Resource units by ten-second window, for the directory's limit. */
  units: Map<number, number>;
};

/** Resource units of a directory read, rounded up (learn.microsoft.com/graph/throttling-limits). */
const DIRECTORY_UNITS = 3;
const WINDOW_MS = 10_000;

/** Serves empty answers to known reads, and holds to the limits of one tenant. */
export function makeToyGraph(reads: readonly Read[], time: VirtualTime, latencyMs: number) {
  const throttle = makeThrottle();
  const byKey = new Map(reads.map((read) => [readKey(read), read]));
  const spent: Spent = { requests: 0, items: {}, throttled: {}, units: new Map() };

  function budgetOf(version: string, { method, url, body }: Omit<Item, 'id'>): Budget {
    const text = body === undefined ? '' : ` ${JSON.stringify(body)}`;
    return byKey.get(`${method} /${version}${url}${text}`)?.budget ?? 'directory';
  }

  /** Counts a request against its limit; the refusal, when there is one. */
  function spend(budget: Budget): Refusal | undefined {
    spent.items[budget] = (spent.items[budget] ?? 0) + 1;
    if (budget === 'directory') {
      const window = Math.floor(time.nowMs / WINDOW_MS);
      spent.units.set(window, (spent.units.get(window) ?? 0) + DIRECTORY_UNITS);
      return undefined;
    }
    try {
      throttle('tenant', budget, time.nowMs);
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      spent.throttled[budget] = (spent.throttled[budget] ?? 0) + 1;
      return error;
    }
  }

  function serve(version: string, item: Omit<Item, 'id'>) {
    const refusal = spend(budgetOf(version, item));
    if (!refusal) return { status: 200, headers: {}, body: { value: [] } };
    const { status, headers, code } = refusal;
    return { status, headers, body: { error: { code } } };
  }

  const toyFetch: typeof fetch = async (input, init) => {
    spent.requests += 1;
    await time.sleep(latencyMs);
    const url = new URL(String(input));
    const [, version = '', ...rest] = url.pathname.split('/');
    const path = `/${rest.join('/')}${url.search}`;
    const body: unknown = init?.body ? JSON.parse(String(init.body)) : undefined;
    if (!path.startsWith('/$batch')) {
      const {
        status,
        headers,
        body: answer,
      } = serve(version, {
        method: init?.method ?? 'GET',
        url: path,
        body,
      });
      return Response.json(answer, { status, headers });
    }
    const { requests } = body as { requests: Item[] };
    const responses = requests.map((item) => ({ id: item.id, ...serve(version, item) }));
    return Response.json({ responses });
  };
  return { spent, fetch: toyFetch };
}
