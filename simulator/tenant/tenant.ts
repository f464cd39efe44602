import type { Clock } from './clock.ts';
import type { TenantState } from './state.ts';

type Change = (state: TenantState) => void;

/**
 * A tenant with the directory's lag: what a portal writes is true at once for the portals and only
 * later for Graph. Both sides apply the same changes; Graph's copy applies each when it is due.
 */
export class Tenant {
  /** The truth, which portals show and sign-in enforces. */
  readonly truth: TenantState;
  /** How long Graph lags behind the portals, in milliseconds of simulated time. */
  lagMs: number;
  #graph: TenantState;
  #clock: Clock;
  #pending: { dueMs: number; change: Change }[] = [];

  constructor(state: TenantState, clock: Clock, lagMs = 0) {
    this.truth = structuredClone(state);
    this.#graph = structuredClone(state);
    this.#clock = clock;
    this.lagMs = lagMs;
  }

  get id(): string {
    return this.truth.id;
  }

  /** Applies a change, now for the portals and after `lagMs` for Graph. `change` runs twice. */
  change(change: Change, lagMs = this.lagMs): void {
    change(this.truth);
    this.#pending.push({ dueMs: this.#clock.nowMs() + lagMs, change });
  }

  /** What Graph answers from at this moment. */
  get seenByGraph(): TenantState {
    const nowMs = this.#clock.nowMs();
    while (this.#pending[0] && this.#pending[0].dueMs <= nowMs) {
      this.#pending.shift()?.change(this.#graph);
    }
    return this.#graph;
  }
}
