import { CHECKS } from '../checks/index.ts';
import type { Check, Watched } from '../domain/check.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Progress, StepProgress } from '../domain/progress.ts';
import type { Blind } from '../inquiry/index.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Waits between looks after a ringed control was used; the directory usually follows in seconds. */
const BACK_OFF_MS = [2, 4, 8, 15, 30, 60, 120].map((seconds) => seconds * SECOND);

/** A wait that overruns is looked at after as long as it has overrun, within these. */
const OVERRUN_LEAST_MS = 30 * SECOND;
const OVERRUN_MOST_MS = 5 * MINUTE;

/**
 * What keeps Graph from answering is tried again within these. A load passes by itself; a role or a
 * licence takes a person, and minutes until Graph knows of it.
 */
const BLIND_LEAST_MS = { passing: 30 * SECOND, lasting: 5 * MINUTE } as const;
const BLIND_MOST_MS = { passing: 15 * MINUTE, lasting: 60 * MINUTE } as const;
/**
 * A tenant that many read at once needs them to come back over a while, and not in one minute; but
 * so soon that the look that was cut short goes on (see `GOES_ON_MS` in `utils/graph/looks.ts`).
 */
const THROTTLED_SPAN_MS = 4.5 * MINUTE;

/** Steps whose proof is on record in logs. */
const ON_RECORD = Object.values<Check>(CHECKS).flatMap(({ id, onRecord }) => (onRecord ? id : []));

/** When each step is to be looked at again by itself, milliseconds since the epoch, by step id. */
export type Looks = Readonly<Record<string, number>>;

/**
 * When to look at which step again: on a back-off after an action was seen, when a wait should be
 * over, and while something keeps Graph from answering. A step that is left out is settled, or
 * nothing is expected to change: it is read with all others when somebody asks or comes back late.
 *
 * @param chance From 0 to 1, the same for all steps, so that they are read together: when, within
 *   the time that may pass, to try again what Graph kept from us.
 */
export function nextLooks(
  progress: Progress,
  { actionAt = {}, policyChangeSeenAt }: Watched,
  blind: Blind,
  nowMs: number,
  chance: number,
): Looks {
  const ids = new Set([...Object.keys(progress), ...Object.keys(actionAt)]);
  const entries = [...ids].flatMap((id) => {
    const step = progress[id];
    const times = [
      ...waitOf(step?.outcome, nowMs),
      ...(step?.outcome.status === 'done' ? [] : backOff(actionAt[id], nowMs)),
      ...(step && isOutdated(id, step, policyChangeSeenAt) ? [nowMs] : []),
      ...(step ? retryOf(step, blind[id], nowMs, chance) : []),
    ];
    return times.length > 0 ? [[id, Math.min(...times)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A record that was read before the rules changed says nothing of the rules as they are. */
function isOutdated(id: string, { checkedAt }: StepProgress, changeSeenAt: string | undefined) {
  return ON_RECORD.includes(id) && changeSeenAt !== undefined && checkedAt < changeSeenAt;
}

function backOff(actionAt: string | undefined, nowMs: number): number[] {
  if (actionAt === undefined) return [];
  const sinceMs = nowMs - Date.parse(actionAt);
  const wait = BACK_OFF_MS.find((candidate) => sinceMs < candidate * 2);
  return wait === undefined ? [] : [nowMs + wait];
}

function waitOf(outcome: Outcome | undefined, nowMs: number): number[] {
  if (outcome?.status !== 'in-progress' || !outcome.expectedBy) return [];
  return [waitMs(outcome.expectedBy, outcome.latestBy, nowMs)];
}

/** At the expected time; when that has passed, ever more rarely, and at the latest time. */
function waitMs(expectedBy: string, latestBy: string | undefined, nowMs: number): number {
  const expectedMs = Date.parse(expectedBy);
  if (expectedMs > nowMs) return expectedMs + SECOND;
  const overrunMs = Math.max(OVERRUN_LEAST_MS, nowMs - expectedMs);
  const nextMs = nowMs + Math.min(OVERRUN_MOST_MS, overrunMs);
  const latestMs = latestBy ? Date.parse(latestBy) : expectedMs;
  return latestMs > nowMs ? Math.min(nextMs, latestMs + SECOND) : nowMs + OVERRUN_MOST_MS;
}

/**
 * Somewhere between the least wait and three times as long as it has lasted: who was refused at the
 * same moment does not come back at the same moment. Without a network nothing reaches Microsoft,
 * so nothing is spared by waiting longer.
 */
function retryOf(
  { outcome, since }: StepProgress,
  blind: Blind[string] | undefined,
  nowMs: number,
  chance: number,
): number[] {
  const reason = outcome.status === 'cannot-tell' ? outcome.reason : undefined;
  if (reason === 'offline') return [nowMs + BLIND_LEAST_MS.passing];
  if (!blind) return [];
  const lastedMs = Math.max(0, nowMs - Date.parse(since));
  const leastMs = BLIND_LEAST_MS[blind];
  const spanMs = Math.max(reason === 'throttled' ? THROTTLED_SPAN_MS : leastMs, 3 * lastedMs);
  const lastMs = Math.min(BLIND_MOST_MS[blind], Math.max(2 * leastMs, spanMs));
  return [nowMs + leastMs + Math.round(chance * (lastMs - leastMs))];
}
