/** Simulated time: the machine's clock plus an offset that tests move forward. */
export class Clock {
  #offsetMs = 0;

  nowMs(): number {
    return Date.now() + this.#offsetMs;
  }

  /** ISO 8601 without milliseconds, as Graph writes instants. */
  nowIso(): string {
    return new Date(this.nowMs()).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  /** Moves time forward by `ms`. Time never goes back. */
  advance(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0)
      throw new RangeError(`advance by ${ms}: give milliseconds, 0 or more`);
    this.#offsetMs += ms;
  }
}
