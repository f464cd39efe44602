import type { Entry } from './entry.ts';
import type { Reply } from './transport.ts';

const PASSING: readonly number[] = [429, 503, 504];
const MOST_TRIES = 3;
const FIRST_WAIT_MS = 2_000;
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

/** How long to leave Graph alone after this reply, and the entry to send again, if any. */
export type Retry = Readonly<{ waitMs: number; again?: Entry }>;

/**
 * Decides whether a failure passes: 429, 503, 504 and a broken connection, as long as Graph asks,
 * else 2, 4, … seconds; at most three tries and half a minute. `undefined`: it will not pass by
 * waiting.
 */
export function retry(entry: Entry, reply: Reply, nowMs: number): Retry | undefined {
  if (!PASSING.includes(reply.status) && !reply.unreachable) return undefined;
  const waitMs = retryAfterMs(reply, nowMs) ?? FIRST_WAIT_MS * 2 ** entry.failures;
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
