import type { Json } from '@/utils/domain/read.ts';
import { type Entry, outgoingOf } from './entry.ts';
import type { Reply, Send } from './transport.ts';

/** Most requests one `$batch` takes (https://learn.microsoft.com/graph/json-batching). */
export const MOST_ITEMS = 20;

type Item = Readonly<{ id: string; status: number; headers: unknown; body: unknown }>;

function isItem(value: unknown): value is Item {
  const item = value as Partial<Record<keyof Item, unknown>> | null;
  return typeof item?.id === 'string' && typeof item.status === 'number';
}

function itemsOf(body: unknown): readonly Item[] {
  const responses = (body as { responses?: unknown } | null | undefined)?.responses;
  return Array.isArray(responses) ? responses.filter(isItem) : [];
}

/** An item's own header, else the one of the batch that carried it. */
function headerOf(item: Item, whole: Reply): Reply['header'] {
  const own = new Map(
    Object.entries((item.headers ?? {}) as Readonly<Record<string, unknown>>).map(
      ([name, value]) => [name.toLowerCase(), String(value)],
    ),
  );
  return (name) => {
    const value = own.get(name.toLowerCase());
    return value ?? (name.toLowerCase() === 'request-id' ? whole.header(name) : null);
  };
}

function requestOf(entry: Entry, id: string): Json {
  const { method, path, body } = outgoingOf(entry);
  if (body === undefined) return { id, method, url: path };
  return { id, method, url: path, headers: { 'Content-Type': 'application/json' }, body };
}

/** What is wrong with an item that says it succeeded, or nothing. */
function failureOf({ status, body }: Item): Readonly<{ failure?: string }> {
  const isMissing = status < 300 && (typeof body !== 'object' || body === null);
  return isMissing ? { failure: 'an item of the batch without JSON' } : {};
}

/**
 * Sends entries of one version together and answers with one reply each, in their order. A single
 * entry goes alone. When the batch fails as a whole, every entry gets that reply, marked `whole`:
 * it says nothing of the entry.
 */
export async function sendTogether(entries: readonly Entry[], send: Send): Promise<Reply[]> {
  const [first, ...others] = entries;
  if (!first) return [];
  if (others.length === 0) return [await send(outgoingOf(first))];
  const requests = entries.map((entry, index) => requestOf(entry, String(index)));
  const { version } = first.read;
  const whole = await send({ method: 'POST', version, path: '/$batch', body: { requests } });
  const items = new Map(itemsOf(whole.body).map((item) => [item.id, item]));
  return entries.map((_, index) => {
    const item = items.get(String(index));
    const isRead = whole.status === 200 && whole.failure === undefined;
    if (!isRead) return { ...whole, whole: true };
    const failure = 'the batch came back without this item';
    if (!item) return { ...whole, body: undefined, failure, whole: true };
    const { status, body } = item;
    return { status, header: headerOf(item, whole), body, ...failureOf(item) };
  });
}
