import type { Budget } from '@/utils/domain/read.ts';
import type { Ledger } from './budget.ts';
import type { Entry } from './entry.ts';
import { isShared, PATIENCE_MS } from './retry.ts';
import type { Reply } from './transport.ts';

/** A shared limit that refuses this often in a row is left alone until the next look. */
const MOST_STRIKES = 3;
/** So many different requests without any answer between them: the network is gone. */
const MOST_SILENT = 2;

/** What stops more than one read: limits that are closed, and a network that is gone. */
export class Outages {
  #ledger: Ledger;
  #strikes = new Map<Budget, number>();
  #closed = new Set<Budget>();
  #silent = new Set<string>();
  #isOffline = false;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Learns from one request, alone or a batch. */
  note(group: readonly Entry[], replies: readonly Reply[]): void {
    const [first] = group;
    const [reply] = replies;
    if (!first || !reply) return;
    if (reply.unreachable) this.#silent.add(first.key);
    else this.#silent.clear();
    this.#isOffline ||= this.#silent.size >= MOST_SILENT;
    const statusesOf = (budget: Budget) =>
      replies.filter((_, index) => group[index]?.read.budget === budget).map((one) => one.status);
    for (const budget of new Set(group.map(({ read }) => read.budget))) {
      this.#count(budget, statusesOf(budget));
    }
  }

  /** Holds back what a 429 is about. */
  hold(entry: Entry, reply: Reply, waitMs: number): void {
    const { budget } = entry.read;
    if (!isShared(entry, reply)) {
      this.#ledger.hold(entry.key, waitMs);
      return;
    }
    this.#ledger.forbid(budget, waitMs);
    if (waitMs > PATIENCE_MS) this.#closed.add(budget);
  }

  /**
   * The reply to give to a read that need not be sent now, if so.
   *
   * @param heldUntilMs When that read alone may be sent, where that is too late.
   */
  hopeless(budget: Budget, heldUntilMs: number | undefined): Reply | undefined {
    const unsent = { header: () => null, body: undefined };
    if (this.#isOffline) return { ...unsent, status: 0, failure: 'Graph cannot be reached' };
    const untilMs = heldUntilMs ?? this.#shutUntilMs(budget);
    if (untilMs === undefined) return undefined;
    const failure = `not asked again before ${new Date(untilMs).toISOString()}`;
    return { ...unsent, status: 429, failure };
  }

  #shutUntilMs(budget: Budget): number | undefined {
    const untilMs = this.#ledger.forbiddenUntilMs(budget) ?? this.#ledger.nowMs();
    if (untilMs - this.#ledger.nowMs() > PATIENCE_MS) this.#closed.add(budget);
    return this.#closed.has(budget) ? untilMs : undefined;
  }

  /** One request is one strike, however many of its items were refused. */
  #count(budget: Budget, statuses: readonly number[]): void {
    const isRefused = statuses.every((status) => status === 429);
    if (!isRefused && statuses.some((status) => status > 0)) this.#ledger.open(budget);
    if (budget === 'directory') return;
    const strikes = isRefused ? (this.#strikes.get(budget) ?? 0) + 1 : 0;
    this.#strikes.set(budget, strikes);
    if (strikes >= MOST_STRIKES) this.#closed.add(budget);
  }
}
