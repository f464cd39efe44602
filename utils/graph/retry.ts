import type { Entry } from './entry.ts';
import type { Reply } from './transport.ts';

const PASSING: readonly number[] = [429, 503, 504];
const MOST_TRIES = 3;
/** What fails alone is tried again within this; each further time within twice as much. */
const SPREAD_MS = 2_000;
/** A limit that others share is used up by them, too: all who were refused must not meet again. */
const SHARED_SPREAD_MS = 8_000;
/** Without Retry-After; the shortest time in which a limit of Microsoft's refills. */
const LEAST_MS = 1_000;
/** A page is not waited for longer than this in all. */
export const PATIENCE_MS = 30_000;

/** `Retry-After` in milliseconds: seconds or a date, as HTTP has it. */
function retryAfterMs(reply: Reply, nowMs: number): number | undefined {
  const value = reply.header('Retry-After');
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const atMs = Date.parse(value);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

/** What the header says when a whole service has had enough of us. */
const SHARED_SCOPE = /^(tenant_application|tenant|application)\//i;

/**
 * Whether a 429 is about everything that counts against the same limit. Conditional Access and
 * reports have one limit each for all their requests; the directory refuses single requests under
 * load, and says in a header when it means all
 * (https://learn.microsoft.com/graph/throttling-limits, "x-ms-throttle-scope").
 */
export function isShared({ read }: Entry, reply: Reply): boolean {
  if (reply.status !== 429) return false;
  return (
    read.budget !== 'directory' || SHARED_SCOPE.test(reply.header('x-ms-throttle-scope') ?? '')
  );
}

/** How long to leave Graph alone after this reply, and the entry to send again, if any. */
export type Retry = Readonly<{ waitMs: number; again?: Entry }>;

/**
 * Decides whether a failure passes: 429, 503, 504 and a broken connection. It is tried again when
 * Graph allows, a second later where it does not say, and then at some moment in a span that
 * doubles; at most three tries and half a minute. `undefined`: it will not pass by waiting.
 *
 * @param chance From 0 to 1: where in the span. Clients that were refused together must not come
 *   back together.
 */
export function retry(
  entry: Entry,
  reply: Reply,
  nowMs: number,
  chance: number,
): Retry | undefined {
  if (!PASSING.includes(reply.status) && !reply.unreachable) return undefined;
  const spreadMs = (isShared(entry, reply) ? SHARED_SPREAD_MS : SPREAD_MS) * 2 ** entry.failures;
  const waitMs = (retryAfterMs(reply, nowMs) ?? LEAST_MS) + Math.round(chance * spreadMs);
  const failures = entry.failures + 1;
  const firstFailedMs = entry.firstFailedMs ?? nowMs;
  const dueMs = nowMs + waitMs;
  if (failures >= MOST_TRIES || dueMs - firstFailedMs > PATIENCE_MS) return { waitMs };
  const alone = entry.alone || isBroken(reply, failures);
  return { waitMs, again: { ...entry, failures, firstFailedMs, dueMs, alone } };
}

/** A batch that does not get through twice may hold one request that breaks it; a 429 is no break. */
function isBroken(reply: Reply, failures: number): boolean {
  return reply.whole === true && reply.status !== 429 && failures > 1;
}
