import type { Blind } from '../inquiry/index.ts';
import { type State, tenantOf } from '../state/stored.ts';
import { isWhole, type LookAt } from './look-at.ts';
import { type Looks, nextLooks } from './next-looks.ts';

const SECOND = 1000;

/** After a control was used the directory is given this long before the first look. */
export const AFTER_USE_MS = 2 * SECOND;

/** The appointments that are kept, by step id. */
export function looksOf({ nextLooks: kept = {} }: State['session']): Looks {
  const entries = Object.entries(kept).map(([id, at]) => [id, Date.parse(at)] as const);
  return Object.fromEntries(entries);
}

/** Steps whose appointment has come, or comes within a second. */
export function dueSteps(session: State['session'], nowMs: number): string[] {
  return Object.entries(looksOf(session))
    .filter(([, atMs]) => atMs <= nowMs + SECOND)
    .map(([id]) => id);
}

/** Keeps these appointments and forgets the earlier ones. */
export function withLooks({ local, session }: State, looks: Looks): State {
  const { nextCheckAt: _, nextLooks: __, ...rest } = session;
  const times = Object.values(looks);
  if (times.length === 0) return { local, session: rest };
  const iso = (ms: number) => new Date(ms).toISOString();
  const kept = Object.entries(looks).map(([id, atMs]) => [id, iso(atMs)] as const);
  const nextCheckAt = iso(Math.min(...times));
  return { local, session: { ...rest, nextLooks: Object.fromEntries(kept), nextCheckAt } };
}

/**
 * What to appoint after a look. Steps that were not looked at keep their appointment.
 *
 * @param chance From 0 to 1; see `nextLooks`.
 */
export function looksAfter(
  { local, session }: State,
  look: LookAt,
  blind: Blind,
  nowMs: number,
  chance: number,
): Looks {
  const { progress, watched } = tenantOf(local);
  const next = nextLooks(progress, watched, blind, nowMs, chance);
  if (isWhole(look)) return next;
  // What a load keeps from several steps is asked for once for all of them.
  const isRefused = look.some((id) => blind[id] === 'passing');
  const isKept = ([id, atMs]: readonly [string, number]) =>
    atMs > nowMs && !look.includes(id) && !(isRefused && blind[id] === 'passing');
  return { ...next, ...Object.fromEntries(Object.entries(looksOf(session)).filter(isKept)) };
}
