import { type Budget, type Read, type ReadResult, readKey } from '@/utils/domain/read.ts';
import { sendTogether } from './batch.ts';
import type { Ledger } from './budget.ts';
import { claimsIn } from './challenge.ts';
import { type Entry, makeEntry, refusedResult, takeAnswer } from './entry.ts';
import { Outages } from './outages.ts';
import { plan } from './plan.ts';
import type { GraphPorts, ReadOptions } from './ports.ts';
import { PATIENCE_MS, retry } from './retry.ts';
import { TokenKeeper, unsendable, withoutToken } from './token.ts';
import { makeSend, type Reply, type Send } from './transport.ts';

/**
 * Reads that are on their way together. More may be added while others are under way: what waits
 * for a limit holds nobody else up, and a failure is the failure of its own read.
 */
export class Reading {
  /** What came of each read, by `readKey`. */
  readonly findings: Record<string, ReadResult> = {};
  #ports: GraphPorts;
  #options: ReadOptions;
  #ledger: Ledger;
  #keeper: TokenKeeper;
  #send: Send;
  #outages: Outages;
  #known = new Set<string>();
  #open: Entry[] = [];
  #running = new Set<Promise<void>>();
  /** How many were settled when `next` last said so. */
  #told = 0;

  private constructor(
    ports: GraphPorts,
    options: ReadOptions,
    ledger: Ledger,
    keeper: TokenKeeper,
  ) {
    this.#ports = ports;
    this.#options = options;
    this.#ledger = ledger;
    this.#keeper = keeper;
    this.#outages = new Outages(ledger);
    this.#send = makeSend(ports, () => keeper.accessToken(), options.signal);
  }

  /** @throws The signal's reason, when it is aborted. */
  static async open(ports: GraphPorts, options: ReadOptions, ledger: Ledger): Promise<Reading> {
    options.signal?.throwIfAborted();
    return new Reading(ports, options, ledger, await TokenKeeper.open(ports));
  }

  /**
   * Takes up reads, each request once; what cannot be sent at all is settled at once.
   *
   * @returns Whether any of them is new.
   */
  add(reads: readonly Read[]): boolean {
    const fresh = reads.filter((read) => !this.#known.has(readKey(read)));
    const byKey = new Map(fresh.map((read) => [readKey(read), read]));
    for (const key of byKey.keys()) this.#known.add(key);
    for (const [key, read] of byKey) {
      const nowMs = this.#ports.now();
      const entry = makeEntry(key, read, this.#ledger.heldUntilMs(key) ?? nowMs);
      const result = unsendable(read, this.#keeper, nowMs);
      if (result) this.#settle(entry, result);
      else this.#open.push(entry);
    }
    return byKey.size > 0;
  }

  /**
   * Resolves when more is settled than before: `true`. `false` when nothing is left to wait for.
   *
   * @throws The signal's reason, when it is aborted.
   */
  async next(): Promise<boolean> {
    const settled = () => Object.keys(this.findings).length;
    const isMore = () => settled() > this.#told;
    while (!isMore() && (this.#open.length > 0 || this.#running.size > 0)) {
      this.#dropHopeless();
      const allowance = (budget: Budget) => this.#allowance(budget);
      const { groups, held } = plan(this.#open, this.#ports.now(), allowance);
      this.#open = [...held];
      for (const group of groups) this.#start(group);
      if (!isMore()) await this.#somethingHappens();
      this.#options.signal?.throwIfAborted();
    }
    const hasMore = isMore();
    this.#told = settled();
    return hasMore;
  }

  #settle(entry: Entry, result: ReadResult): void {
    this.findings[entry.key] = result;
    this.#options.onProgress?.(Object.keys(this.findings).length, this.#known.size);
  }

  #allowance(budget: Budget): number {
    return this.#ledger.forbiddenUntilMs(budget) === undefined ? this.#ledger.allowance(budget) : 0;
  }

  #wakeAtMs({ dueMs, read }: Entry): number {
    const forbiddenUntilMs = this.#ledger.forbiddenUntilMs(read.budget) ?? 0;
    return Math.max(dueMs, forbiddenUntilMs, this.#ledger.nextAtMs(read.budget));
  }

  /** An answer comes, or what waits may be sent. */
  async #somethingHappens(): Promise<void> {
    const wakeAtMs = Math.min(...this.#open.map((entry) => this.#wakeAtMs(entry)));
    if (wakeAtMs === Number.POSITIVE_INFINITY) return void (await Promise.race(this.#running));
    const awake = new AbortController();
    const { signal } = this.#options;
    const either = signal ? AbortSignal.any([awake.signal, signal]) : awake.signal;
    const sleep = this.#ports.sleep(Math.max(1, wakeAtMs - this.#ports.now()), either);
    await Promise.race([...this.#running, sleep]).finally(() => awake.abort());
  }

  /** Answers what need not be sent any more, and keeps the rest. */
  #dropHopeless(): void {
    const nowMs = this.#ports.now();
    this.#open = this.#open.filter((entry) => {
      const isTooLate = entry.dueMs - nowMs > PATIENCE_MS;
      const reply = this.#outages.hopeless(entry.read.budget, isTooLate ? entry.dueMs : undefined);
      if (reply) this.#settle(entry, refusedResult(reply, nowMs));
      return !reply;
    });
  }

  #start(group: readonly Entry[]): void {
    const running = this.#sendGroup(group).finally(() => this.#running.delete(running));
    // Whoever waits for it hears of a failure; nobody may be waiting when the reader is stopped.
    running.catch(() => undefined);
    this.#running.add(running);
  }

  async #sendGroup(group: readonly Entry[]): Promise<void> {
    for (const { read } of group) this.#ledger.sent(read.budget);
    const replies = await sendTogether(group, this.#send);
    for (const { read } of group) this.#ledger.answered(read.budget);
    this.#outages.note(group, replies);
    for (const [index, entry] of group.entries()) {
      const reply = replies[index];
      const next = reply && (await this.#take(entry, reply));
      if (next) this.#open.push(next);
    }
  }

  /** Settles an entry by its reply, or returns it to be sent again. */
  async #take(entry: Entry, reply: Reply): Promise<Entry | undefined> {
    const claims = claimsIn(reply);
    if (claims && !entry.renewed) return this.#renew(entry, claims);
    const nowMs = this.#ports.now();
    const passing = retry(entry, reply, nowMs, this.#ports.random());
    if (passing && reply.status === 429) this.#outages.hold(entry, reply, passing.waitMs);
    if (passing?.again) return passing.again;
    // A token that is refused is refused for each of them; else the batch says nothing of its reads.
    if (reply.whole && !passing && reply.status !== 401) return { ...entry, alone: true };
    if (reply.status < 200 || reply.status > 299 || reply.failure !== undefined) {
      this.#settle(entry, refusedResult(reply, nowMs));
      return undefined;
    }
    const next = takeAnswer(entry, reply, this.#ports.graphRoot, nowMs);
    if (!('kind' in next)) return next;
    this.#settle(entry, next);
    return undefined;
  }

  async #renew(entry: Entry, claims: string): Promise<Entry | undefined> {
    const token = await this.#keeper.renew(claims);
    if (token.ok) return { ...entry, renewed: true };
    this.#settle(entry, withoutToken(token, entry.read, this.#ports.now()));
    return undefined;
  }
}
