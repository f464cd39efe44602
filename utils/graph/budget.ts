import * as v from 'valibot';
import type { Budget } from '@/utils/domain/read.ts';

const SECOND_MS = 1_000;
const MANY = Number.MAX_SAFE_INTEGER;
/** However long Graph asks to wait, we look again after this. */
const LONGEST_WAIT_MS = 600 * SECOND_MS;
/** How long a limit that refused us is approached with one request at a time. */
const WARY_MS = 900 * SECOND_MS;

/**
 * Requests in a window of time that Microsoft allows, for the tenant or for our app in it
 * (https://learn.microsoft.com/graph/throttling-limits). The directory's limit, thousands of
 * units, is never met by a guide.
 */
export const PACE: Readonly<
  Partial<Record<Budget, Readonly<{ requests: number; windowMs: number }>>>
> = {
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
  heldMs: v.optional(v.record(v.string(), v.number()), {}),
});

/**
 * What was spent of the limits that all reads of a tenant share, as JSON for the caller to keep.
 * Times are milliseconds since the epoch. `heldMs`: single requests not to be sent before, by key.
 */
export type BudgetState = Readonly<v.InferOutput<typeof BudgetStateShape>>;

export const EMPTY_BUDGET: BudgetState = { sentAtMs: {}, notBeforeMs: {}, heldMs: {} };

function entriesOf<Value>(record: Readonly<Record<string, Value | undefined>>) {
  return Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== undefined);
}

/** The budget while reading: counts what is sent and remembers what Graph forbade. */
export class Ledger {
  #sentAtMs: Record<string, readonly number[]>;
  #notBeforeMs: Record<string, number>;
  #heldMs: Record<string, number>;
  #inFlight = new Map<Budget, number>();
  #now: () => number;

  /** @param kept A budget kept earlier; anything else counts as unspent. */
  constructor(kept: unknown, now: () => number) {
    const parsed = v.safeParse(BudgetStateShape, kept);
    const state = parsed.success ? parsed.output : EMPTY_BUDGET;
    this.#sentAtMs = Object.fromEntries(entriesOf(state.sentAtMs));
    this.#notBeforeMs = Object.fromEntries(entriesOf(state.notBeforeMs));
    this.#heldMs = { ...state.heldMs };
    this.#now = now;
  }

  nowMs(): number {
    return this.#now();
  }

  /** Until when Graph wants no such request, or `undefined`. A clock set back lifts it. */
  forbiddenUntilMs(budget: Budget): number | undefined {
    return this.#ahead(this.#notBeforeMs[budget]);
  }

  /** Closes a limit that all its requests share. */
  forbid(budget: Budget, waitMs: number): void {
    this.#notBeforeMs[budget] = this.#now() + Math.min(waitMs, LONGEST_WAIT_MS);
  }

  /** Graph let such a request through. */
  open(budget: Budget): void {
    delete this.#notBeforeMs[budget];
  }

  /** Until when Graph does not want this one request, or `undefined`. */
  heldUntilMs(key: string): number | undefined {
    return this.#ahead(this.#heldMs[key]);
  }

  /** Holds one request back; the others of its limit go on. */
  hold(key: string, waitMs: number): void {
    this.#heldMs[key] = this.#now() + Math.min(waitMs, LONGEST_WAIT_MS);
  }

  /** How many requests may go out now; one at a time, until one is let through, after a refusal. */
  allowance(budget: Budget): number {
    const pace = PACE[budget];
    const flying = this.#flying(budget);
    const left = pace ? pace.requests - this.#recent(budget).length - flying : MANY;
    return Math.max(0, this.#isWary(budget) ? Math.min(left, 1 - flying) : left);
  }

  /** When the next request may go out: now, when one may; never, before one is answered. */
  nextAtMs(budget: Budget): number {
    const pace = PACE[budget];
    if (this.allowance(budget) > 0) return this.#now();
    const [oldest] = this.#recent(budget);
    if (oldest === undefined || !pace) return Number.POSITIVE_INFINITY;
    return oldest + pace.windowMs;
  }

  /** Counts a request that goes out. */
  sent(budget: Budget): void {
    this.#inFlight.set(budget, this.#flying(budget) + 1);
  }

  /**
   * Counts the answer to one. The window counts from here, and a request without an answer fills
   * it, so that a slow network never squeezes two into one window.
   */
  answered(budget: Budget): void {
    this.#inFlight.set(budget, Math.max(0, this.#flying(budget) - 1));
    if (PACE[budget]) this.#sentAtMs[budget] = [...this.#recent(budget), this.#now()];
  }

  state(): BudgetState {
    const held = Object.entries(this.#heldMs).filter(([, untilMs]) => this.#ahead(untilMs));
    return {
      sentAtMs: { ...this.#sentAtMs },
      notBeforeMs: { ...this.#notBeforeMs },
      heldMs: Object.fromEntries(held),
    } as BudgetState;
  }

  #ahead(untilMs = 0): number | undefined {
    const waitMs = untilMs - this.#now();
    return waitMs > 0 && waitMs <= LONGEST_WAIT_MS ? untilMs : undefined;
  }

  #isWary(budget: Budget): boolean {
    const sinceMs = this.#now() - (this.#notBeforeMs[budget] ?? Number.NEGATIVE_INFINITY);
    // A time too far ahead is of a clock that was wrong.
    return sinceMs >= -LONGEST_WAIT_MS && sinceMs < WARY_MS;
  }

  #flying(budget: Budget): number {
    return this.#inFlight.get(budget) ?? 0;
  }

  #recent(budget: Budget): readonly number[] {
    const windowMs = PACE[budget]?.windowMs ?? 0;
    const nowMs = this.#now();
    const isRecent = (atMs: number) => atMs <= nowMs && nowMs - atMs < windowMs;
    return (this.#sentAtMs[budget] ?? []).filter(isRecent);
  }
}
