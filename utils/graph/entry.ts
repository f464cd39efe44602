import type { Read, ReadResult } from '@/utils/domain/read.ts';
import type { Outgoing, Reply } from './transport.ts';

/** One read on its way: how often it was tried, and which page of it is wanted next. */
export type Entry = Readonly<{
  key: string;
  read: Read;
  /** Replaces the read's path once a first page is in. */
  nextPath?: string;
  /** Items of the pages before. */
  collected: readonly unknown[];
  pages: number;
  /** Not to be sent before, milliseconds since the epoch. */
  dueMs: number;
  /** How often this page was sent in vain, and when first. */
  failures: number;
  firstFailedMs?: number;
  /** A claims challenge was already met for it. */
  renewed: boolean;
  /** Not to travel in a batch any more: one that carried it failed as a whole. */
  alone: boolean;
}>;

export function makeEntry(key: string, read: Read, dueMs: number): Entry {
  return { key, read, collected: [], pages: 0, dueMs, failures: 0, renewed: false, alone: false };
}

export function outgoingOf({ read, nextPath }: Entry): Outgoing {
  const { method, version, body } = read;
  const path = nextPath ?? read.path;
  return { method, version, path, ...(body === undefined ? {} : { body }) };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function requestIdOf(reply: Reply): string | undefined {
  const error = member(reply.body, 'error');
  const inner = member(error, 'innerError') ?? member(error, 'innererror');
  return text(member(inner, 'request-id')) || reply.header('request-id') || undefined;
}

function withId(reply: Reply): Readonly<{ requestId?: string }> {
  const requestId = requestIdOf(reply);
  return requestId === undefined ? {} : { requestId };
}

/** Graph said no, or nothing: kept as it came. */
export function refusedResult(reply: Reply, nowMs: number): ReadResult {
  const error = member(reply.body, 'error');
  return {
    kind: 'refused',
    status: reply.status,
    code: text(member(error, 'code')),
    message: text(member(error, 'message')) || reply.failure || '',
    observedAt: new Date(nowMs).toISOString(),
    ...withId(reply),
  };
}

/** Most pages of one list that are followed; a longer one is not taken for the whole. */
const MOST_PAGES = 20;

function pathBelow(link: string, root: string, version: string): string | undefined {
  const start = `${root}/${version}/`;
  return link.startsWith(start) ? link.slice(start.length - 1) : undefined;
}

/** The next step after a page arrived: its read is answered, refused, or wants another page. */
export function takeAnswer(
  entry: Entry,
  reply: Reply,
  graphRoot: string,
  nowMs: number,
): ReadResult | Entry {
  const observedAt = new Date(nowMs).toISOString();
  const { read } = entry;
  const items = member(reply.body, 'value');
  if (!read.paged || !Array.isArray(items)) {
    return { kind: 'answer', body: reply.body, observedAt, ...withId(reply) };
  }
  const collected = [...entry.collected, ...items];
  const link = member(reply.body, '@odata.nextLink');
  if (typeof link !== 'string') {
    return { kind: 'answer', body: { value: collected }, observedAt, ...withId(reply) };
  }
  const nextPath = pathBelow(link, graphRoot, read.version);
  const pages = entry.pages + 1;
  if (nextPath && pages < MOST_PAGES) {
    return { ...makeEntry(entry.key, read, nowMs), nextPath, collected, pages };
  }
  const message = nextPath ? `more than ${MOST_PAGES} pages` : 'next page outside Graph';
  return { kind: 'refused', status: reply.status, code: '', message, observedAt, ...withId(reply) };
}
