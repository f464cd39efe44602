import type { Lag } from '../data/waits.ts';

/** A wait as an outcome carries it, ISO 8601. */
export type Wait = Readonly<{ since: string; expectedBy: string; latestBy: string }>;

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/**
 * The wait that began at `startMs`, or `undefined` when waiting longer is no use. A start in the
 * future (this computer's clock is behind Microsoft's) counts as now.
 */
export function waitSince(startMs: number, lag: Lag, nowMs: number): Wait | undefined {
  const from = Math.min(startMs, nowMs);
  if (nowMs - from >= lag.longestMs) return undefined;
  return {
    since: iso(from),
    expectedBy: iso(from + lag.usualMs),
    latestBy: iso(from + lag.longestMs),
  };
}

/**
 * The wait after an action that was watched at these times; the latest counts. A time further in
 * the future than the whole wait is no memory of ours and is ignored.
 */
export function waitAfterAction(
  times: readonly (string | undefined)[],
  lag: Lag,
  nowMs: number,
): Wait | undefined {
  const startMs = Math.max(
    ...times
      .map((time) => Date.parse(time ?? ''))
      .filter((ms) => !Number.isNaN(ms) && ms - nowMs < lag.longestMs),
  );
  return Number.isFinite(startMs) ? waitSince(startMs, lag, nowMs) : undefined;
}

/** Milliseconds of an ISO 8601 time, or `undefined`. */
export function timeOf(iso8601: string | null | undefined): number | undefined {
  const ms = Date.parse(iso8601 ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}
