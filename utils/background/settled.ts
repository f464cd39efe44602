import { CHECKS } from '../checks/index.ts';
import type { Check } from '../domain/check.ts';
import type { Guide } from '../domain/guide.ts';
import type { StepProgress } from '../domain/progress.ts';
import { stateOf } from '../guidance/current-step.ts';
import { type Local, type State, tenantOf } from '../state/stored.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How old the reading of a step may grow before it is read again when somebody comes by. */
type Allowed = Readonly<{ state: number; record: number }>;
const WHILE_OPEN_MS: Allowed = { state: HOUR, record: HOUR };
const ONCE_SETTLED_MS: Allowed = { state: DAY, record: 7 * DAY };
/** A team that comes to work in the same hour reads a settled guide within this time. */
const SPREAD_MS = 4 * HOUR;
/** Who was away for longer than a weekend does not wait for it. */
const LONG_AWAY_MS = 2 * DAY;

/** A time that lies ahead is of a clock that was wrong, and as good as none. */
export function ageOf(at: string | undefined, nowMs: number): number {
  const ageMs = at ? nowMs - Date.parse(at) : Infinity;
  return ageMs < -MINUTE ? Infinity : ageMs;
}

/**
 * Nothing of the guide is left to do, or nothing but a sign-in of the integration account that is
 * on no record any more: whoever makes one is told to check then, and the others need not look.
 */
export function isSettled(local: Local, guide: Guide): boolean {
  const { answers, progress } = tenantOf(local);
  return guide.steps.every((step) => {
    const isWork = step.weight !== 'information' && step.id in CHECKS;
    const { state } = stateOf(step, answers, progress[step.id]);
    const isOver = state === 'done' || state === 'not-applicable';
    return !isWork || isOver || isOffRecord(step.id, progress[step.id]);
  });
}

function isOffRecord(id: string, step: StepProgress | undefined): boolean {
  const { onRecord } = (CHECKS as Readonly<Record<string, Check>>)[id] ?? {};
  const { outcome } = step ?? {};
  const isNothing = outcome?.status === 'cannot-tell' && outcome.reason === 'not-measured-yet';
  return onRecord === true && isNothing;
}

/** Steps whose reading is older than allowed, by more than `beyondMs`. */
function unread(local: Local, nowMs: number, allowed: Allowed, beyondMs = 0): string[] {
  const { progress } = tenantOf(local);
  return Object.values<Check>(CHECKS).flatMap(({ id, onRecord }) => {
    const ageMs = ageOf(progress[id]?.checkedAt, nowMs);
    return ageMs > allowed[onRecord ? 'record' : 'state'] + beyondMs ? id : [];
  });
}

/** Steps that are to be read at once because their own reading is old. */
export function longUnread(local: Local, guide: Guide, nowMs: number): string[] {
  return isSettled(local, guide)
    ? unread(local, nowMs, ONCE_SETTLED_MS, LONG_AWAY_MS)
    : unread(local, nowMs, WHILE_OPEN_MS);
}

/**
 * When to read the steps of a settled guide that are due for it, by step id: some time in the hours
 * after somebody came by, another for every colleague and day. Their verdicts stand until then, with
 * the time they were read.
 */
export function spreadLooks(
  { local, session }: State,
  guide: Guide,
  nowMs: number,
): readonly (readonly [string, number])[] {
  const { userId = '' } = local.account ?? {};
  if (!isSettled(local, guide)) return [];
  const atMs = nowMs + SPREAD_MS * chance(`${userId} ${Math.floor(nowMs / DAY)}`);
  const isNew = (id: string) => session.nextLooks?.[id] === undefined;
  return unread(local, nowMs, ONCE_SETTLED_MS)
    .filter(isNew)
    .map((id) => [id, atMs]);
}

/** A number from 0 to 1 that looks like chance and is the same for the same text (FNV-1a). */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // The last characters count as much as the first.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
