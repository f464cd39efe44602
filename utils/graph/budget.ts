import * as v from 'valibot';
import type { Budget } from '@/utils/domain/read.ts';

const SECOND_MS = 1_000;
/** However long Graph asks to wait, we look again after this. */
const LONGEST_WAIT_MS = 600 * SECOND_MS;

/**
 * Requests in a window of time that Microsoft allows, for the tenant or for our app in it
 * (https://learn.microsoft.com/graph/throttling-limits). The directory's limit, thousands of
 * units, is never met by a guide.
 */
const PACE: Readonly<Partial<Record<Budget, Readonly<{ requests: number; windowMs: number }>>>> = {
  'conditional-access': { requests: 1, windowMs: SECOND_MS },
  reports: { requests: 5, windowMs: 10 * SECOND_MS },
};

const Times = v.array(v.number());
const BudgetStateShape = v.object({
  sentAtMs: v.object({ 'conditional-access': v.optional(Times), reports: v.optional(Times) }),
  notBeforeMs: v.object({
    'conditional-access': v.optional(v.number()),
    reports: v.optional(v.number()),
    directory: v.optional(v.number()),
  }),
});

/**
 * What was spent of the limits that all reads of a tenant share, as JSON for the caller to keep.
 * Times are milliseconds since the epoch.
 */
export type BudgetState = Readonly<v.InferOutput<typeof BudgetStateShape>>;

export const EMPTY_BUDGET: BudgetState = { sentAtMs: {}, notBeforeMs: {} };

/** The budget while reading: counts what is sent and remembers what Graph forbade. */
export class Ledger {
  #sentAtMs: Record<string, readonly number[]>;
  #notBeforeMs: Record<string, number>;
  #now: () => number;

  /** @param kept A budget kept earlier; anything else counts as unspent. */
  constructor(kept: unknown, now: () => number) {
    const parsed = v.safeParse(BudgetStateShape, kept);
    const state = parsed.success ? parsed.output : EMPTY_BUDGET;
    const entries = <Value>(record: Readonly<Record<string, Value | undefined>>) =>
      Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== undefined);
    this.#sentAtMs = Object.fromEntries(entries(state.sentAtMs));
    this.#notBeforeMs = Object.fromEntries(entries(state.notBeforeMs));
    this.#now = now;
  }

  /** Until when Graph wants no such request, or `undefined`. A clock set back lifts it. */
  forbiddenUntilMs(budget: Budget): number | undefined {
    const untilMs = this.#notBeforeMs[budget] ?? 0;
    const waitMs = untilMs - this.#now();
    return waitMs > 0 && waitMs <= LONGEST_WAIT_MS ? untilMs : undefined;
  }

  forbid(budget: Budget, waitMs: number): void {
    this.#notBeforeMs[budget] = this.#now() + Math.min(waitMs, LONGEST_WAIT_MS);
  }

  /** How many requests may go out now. */
  allowance(budget: Budget): number {
    const pace = PACE[budget];
    return pace
      ? Math.max(0, pace.requests - this.#recent(budget).length)
      : Number.MAX_SAFE_INTEGER;
  }

  /** When the next request may go out; now, when one may. */
  nextAtMs(budget: Budget): number {
    const pace = PACE[budget];
    const [oldest] = this.#recent(budget);
    if (!pace || oldest === undefined || this.allowance(budget) > 0) return this.#now();
    return oldest + pace.windowMs;
  }

  /**
   * Counts a request. To be called when it is sent and again when it was answered: the window
   * counts from the later moment, so that a slow network never squeezes two into one window.
   */
  spend(budget: Budget, replacesAtMs?: number): number {
    const nowMs = this.#now();
    const kept = [...this.#recent(budget)];
    const at = replacesAtMs === undefined ? -1 : kept.indexOf(replacesAtMs);
    if (at >= 0) kept.splice(at, 1);
    if (PACE[budget]) this.#sentAtMs[budget] = [...kept, nowMs];
    return nowMs;
  }

  state(): BudgetState {
    return {
      sentAtMs: { ...this.#sentAtMs },
      notBeforeMs: { ...this.#notBeforeMs },
    } as BudgetState;
  }

  #recent(budget: Budget): readonly number[] {
    const windowMs = PACE[budget]?.windowMs ?? 0;
    const nowMs = this.#now();
    const isRecent = (atMs: number) => atMs <= nowMs && nowMs - atMs < windowMs;
    return (this.#sentAtMs[budget] ?? []).filter(isRecent);
  }
}
