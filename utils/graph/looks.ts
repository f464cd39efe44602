import type { Watched } from '@/utils/domain/check.ts';
import type { Findings, ReadResult } from '@/utils/domain/read.ts';
import type { Asked, Judged } from '@/utils/inquiry/index.ts';

/** How long an answer that follows from others stands while they read as before. */
const DERIVED_STANDS_MS = 3_600_000;
/**
 * A look that a load cut short goes on at the next appointment for this long: what it had read
 * stands, and only what was refused is asked for.
 */
const GOES_ON_MS = 300_000;

export function without(findings: Findings, keys: ReadonlySet<string>): Findings {
  return Object.fromEntries(Object.entries(findings).filter(([key]) => !keys.has(key)));
}

export function only(findings: Findings, keys: ReadonlySet<string>): Findings {
  return Object.fromEntries(Object.entries(findings).filter(([key]) => keys.has(key)));
}

function stands(result: ReadResult | undefined, nowMs: number): boolean {
  if (result?.kind !== 'answer') return false;
  const ageMs = nowMs - Date.parse(result.observedAt);
  return ageMs >= 0 && ageMs < DERIVED_STANDS_MS;
}

/** A load or a disturbance kept the answer back; 501 is what a cloud without it says. */
function isRefused(result: ReadResult | undefined): boolean {
  if (result?.kind !== 'refused') return false;
  const { status } = result;
  return status === 0 || status === 429 || (status >= 500 && status !== 501);
}

function isAnsweredSince(result: ReadResult | undefined, sinceMs: number): boolean {
  return result !== undefined && Date.parse(result.observedAt) > sinceMs;
}

/** What a look was refused that goes on now; none where it does not go on, but all is read anew. */
function refusedOf(asked: Asked, previous: Findings, sinceMs: number): string[] {
  const keys = [...asked.keys()];
  const refused = keys.filter((key) => isRefused(previous[key]));
  const others = keys.filter((key) => !refused.includes(key));
  return others.every((key) => isAnsweredSince(previous[key], sinceMs)) ? refused : [];
}

/** Of what some checks asked for before, the keys that they must read again. */
export function keysToRead(
  again: readonly string[],
  { asked }: Judged,
  previous: Findings,
  { actionAt = {} }: Watched,
  nowMs: number,
): ReadonlySet<string> {
  const keys = again.flatMap((id) => {
    const reads: Asked = asked.get(id) ?? new Map();
    const actedMs = Date.parse(actionAt[id] ?? '') || 0;
    const refused = refusedOf(reads, previous, Math.max(nowMs - GOES_ON_MS, actedMs));
    if (refused.length > 0) return refused;
    return [...reads].flatMap(([key, { derived }]) =>
      derived && stands(previous[key], nowMs) ? [] : key,
    );
  });
  return new Set(keys);
}

/** What Graph said, without when and under which number it said it. */
function substance(result: ReadResult | undefined): string {
  if (!result) return '';
  const { observedAt: _, ...rest } = result;
  if (!('requestId' in rest)) return JSON.stringify(rest);
  const { requestId: __, ...said } = rest;
  return JSON.stringify(said);
}

/**
 * Facts of an earlier look that may not be used any more. A verdict must never rest on facts of
 * which some are from before a change and some from after it: where anything that a check asked
 * for reads differently now, all of it is read again. A refusal tells of no change; what is
 * answered after one may go with what the same look had read, and with nothing older.
 */
export function outdated(
  { asked }: Judged,
  previous: Findings,
  fresh: Findings,
  nowMs: number,
): Set<string> {
  const isFact = (key: string) => fresh[key] !== undefined && !isRefused(fresh[key]);
  const isChanged = (key: string) =>
    isFact(key) && !isRefused(previous[key]) && substance(fresh[key]) !== substance(previous[key]);
  const isLate = (key: string) => isFact(key) && isRefused(previous[key]);
  const isOld = (key: string) => !isAnsweredSince(previous[key], nowMs - GOES_ON_MS);
  const keys = [...asked.values()].flatMap((reads) => {
    const all = [...reads.keys()];
    if (all.some(isChanged)) return all;
    return all.some(isLate) ? all.filter(isOld) : [];
  });
  return new Set(keys.filter((key) => !fresh[key] && previous[key]));
}

/**
 * Whether all that a check rests on was read in this look, or follows from what was. Of a look that
 * goes on, what it had read before counts as read in it.
 */
export function isLookedAt(
  reads: Asked | undefined,
  previous: Findings,
  fresh: Findings,
  nowMs: number,
): boolean {
  const all = [...(reads ?? [])];
  const goesOn = all.some(([key]) => isRefused(previous[key]) && fresh[key]);
  const isReadBefore = (key: string) =>
    goesOn && isAnsweredSince(previous[key], nowMs - GOES_ON_MS);
  return all.every(([key, { derived }]) => derived || fresh[key] || isReadBefore(key));
}
