import { setImmediate as turn } from 'node:timers/promises';

type Timer = Readonly<{ atMs: number; order: number; wake: () => void }>;

/** Reading an answer's body takes a few turns of the event loop. */
const TURNS = 4;

/** A clock whose sleepers wake at once, in their order: a day passes in seconds. */
export class VirtualTime {
  nowMs: number;
  #timers: Timer[] = [];
  #order = 0;

  constructor(startMs: number) {
    this.nowMs = startMs;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.#push({ atMs: this.nowMs + Math.max(0, ms), order: this.#order++, wake });
    });
  }

  /** Lets time pass until all of it has ended. */
  async run(all: Promise<unknown>): Promise<void> {
    let hasEnded = false;
    const ended = all.finally(() => {
      hasEnded = true;
    });
    while (!hasEnded) {
      // Promises that were waiting run to their next sleep before time goes on.
      for (let turns = 0; turns < TURNS; turns += 1) await turn();
      const next = this.#pop();
      if (next) this.nowMs = Math.max(this.nowMs, next.atMs);
      next?.wake();
    }
    await ended;
  }

  #before(a: Timer, b: Timer): boolean {
    return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
  }

  #push(timer: Timer): void {
    const timers = this.#timers;
    timers.push(timer);
    let at = timers.length - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.#swapIfBefore(at, up)) return;
      at = up;
    }
  }

  #pop(): Timer | undefined {
    const timers = this.#timers;
    const [first] = timers;
    const last = timers.pop();
    if (!first || !last || timers.length === 0) return first;
    timers[0] = last;
    this.#sink();
    return first;
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const [a, b] = [this.#timers[left], this.#timers[right]];
      const down = a && b && this.#before(b, a) ? right : left;
      if (!this.#swapIfBefore(down, at)) return;
      at = down;
    }
  }

  #swapIfBefore(low: number, high: number): boolean {
    const [a, b] = [this.#timers[low], this.#timers[high]];
    if (!a || !b || !this.#before(a, b)) return false;
    this.#timers[low] = b;
    this.#timers[high] = a;
    return true;
  }
}
