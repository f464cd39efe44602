import type { Findings, ReadResult } from '@/utils/domain/read.ts';
import type { Asked, Judged } from '@/utils/inquiry/index.ts';

/** How long an answer that follows from others stands while they read as before. */
const DERIVED_STANDS_MS = 3_600_000;

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

/** Of what some checks asked for before, the keys that they must read again. */
export function keysToRead(
  again: readonly string[],
  { asked }: Judged,
  previous: Findings,
  nowMs: number,
): ReadonlySet<string> {
  const reads = again.flatMap((id) => [...(asked.get(id) ?? [])]);
  const due = reads.filter(([key, { derived }]) => !(derived && stands(previous[key], nowMs)));
  return new Set(due.map(([key]) => key));
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
 * for reads differently now, all of it is read again.
 */
export function outdated({ asked }: Judged, previous: Findings, fresh: Findings): Set<string> {
  const isChanged = (key: string) =>
    fresh[key] !== undefined && substance(fresh[key]) !== substance(previous[key]);
  const pulled = [...asked.values()].filter((reads) => [...reads.keys()].some(isChanged));
  const keys = pulled.flatMap((reads) => [...reads.keys()]);
  return new Set(keys.filter((key) => !fresh[key] && previous[key]));
}

/** Whether all that a check rests on was read in this look, or follows from what was. */
export function isLookedAt(reads: Asked | undefined, fresh: Findings): boolean {
  return [...(reads ?? [])].every(([key, { derived }]) => derived || fresh[key]);
}
