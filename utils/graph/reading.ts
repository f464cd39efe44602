import type { Budget, Findings, ReadResult } from '@/utils/domain/read.ts';
import { sendTogether } from './batch.ts';
import type { Ledger } from './budget.ts';
import { claimsIn } from './challenge.ts';
import { type Entry, refusedResult, takeAnswer } from './entry.ts';
import { plan } from './plan.ts';
import type { GraphPorts, ReadOptions } from './ports.ts';
import { retry } from './retry.ts';
import { type TokenKeeper, withoutToken } from './token.ts';
import { makeSend, type Reply, type Send } from './transport.ts';

/** Reads that are on their way together: what came of each, and what stops the others. */
export class Reading {
  readonly findings: Record<string, ReadResult> = {};
  #ports: GraphPorts;
  #options: ReadOptions;
  #ledger: Ledger;
  #keeper: TokenKeeper;
  #send: Send;
  #total: number;
  /** Limits that Graph closed for longer than we wait. */
  #closed = new Set<Budget>();
  #unreachable = false;

  constructor(
    ports: GraphPorts,
    options: ReadOptions,
    ledger: Ledger,
    keeper: TokenKeeper,
    total: number,
  ) {
    this.#ports = ports;
    this.#options = options;
    this.#ledger = ledger;
    this.#keeper = keeper;
    this.#total = total;
    this.#send = makeSend(ports, () => keeper.accessToken(), options.signal);
  }

  settle(entry: Entry, result: ReadResult): void {
    this.findings[entry.key] = result;
    this.#options.onProgress?.(Object.keys(this.findings).length, this.#total);
  }

  /** Sends until every entry is settled. Rejects only when the reader's signal is aborted. */
  async drain(entries: readonly Entry[]): Promise<Findings> {
    for (const { read } of entries) this.#closeIfForbidden(read.budget);
    let open = this.#withoutHopeless(entries);
    while (open.length > 0) {
      const { groups, held } = plan(open, this.#ports.now(), (budget) => this.#allowance(budget));
      if (groups.length === 0) await this.#sleepFor(held);
      const again = await Promise.all(groups.map((group) => this.#sendGroup(group)));
      open = this.#withoutHopeless([...held, ...again.flat()]);
    }
    return this.findings;
  }

  #closeIfForbidden(budget: Budget): void {
    if (this.#ledger.forbiddenUntilMs(budget) !== undefined) this.#closed.add(budget);
  }

  #allowance(budget: Budget): number {
    return this.#ledger.forbiddenUntilMs(budget) === undefined ? this.#ledger.allowance(budget) : 0;
  }

  #wakeAtMs({ dueMs, read }: Entry): number {
    const forbiddenUntilMs = this.#ledger.forbiddenUntilMs(read.budget) ?? 0;
    return Math.max(dueMs, forbiddenUntilMs, this.#ledger.nextAtMs(read.budget));
  }

  async #sleepFor(held: readonly Entry[]): Promise<void> {
    const wakeAtMs = Math.min(...held.map((entry) => this.#wakeAtMs(entry)));
    await this.#ports.sleep(Math.max(1, wakeAtMs - this.#ports.now()), this.#options.signal);
    this.#options.signal?.throwIfAborted();
  }

  /** Answers what need not be sent any more, and keeps the rest. */
  #withoutHopeless(entries: readonly Entry[]): Entry[] {
    return entries.filter((entry) => {
      const reply = this.#hopeless(entry);
      if (reply) this.settle(entry, refusedResult(reply, this.#ports.now()));
      return !reply;
    });
  }

  #hopeless({ read }: Entry): Reply | undefined {
    const unsent = { header: () => null, body: undefined };
    if (this.#unreachable) return { ...unsent, status: 0, failure: 'Graph cannot be reached' };
    if (!this.#closed.has(read.budget)) return undefined;
    const untilMs = this.#ledger.forbiddenUntilMs(read.budget) ?? this.#ports.now();
    const failure = `not asked again before ${new Date(untilMs).toISOString()}`;
    return { ...unsent, status: 429, failure };
  }

  async #sendGroup(group: readonly Entry[]): Promise<Entry[]> {
    const spent = group.map(({ read }) => this.#ledger.spend(read.budget));
    const replies = await sendTogether(group, this.#send);
    for (const [index, { read }] of group.entries()) this.#ledger.spend(read.budget, spent[index]);
    const again: Entry[] = [];
    for (const [index, entry] of group.entries()) {
      const reply = replies[index];
      const next = reply && (await this.#take(entry, reply));
      if (next) again.push(next);
    }
    return again;
  }

  /** Settles an entry by its reply, or returns it to be sent again. */
  async #take(entry: Entry, reply: Reply): Promise<Entry | undefined> {
    const claims = claimsIn(reply);
    if (claims && !entry.renewed) return this.#renew(entry, claims);
    const nowMs = this.#ports.now();
    const passing = retry(entry, reply, nowMs);
    if (passing && reply.status === 429) this.#ledger.forbid(entry.read.budget, passing.waitMs);
    if (passing?.again) return passing.again;
    if (passing && reply.status === 429) this.#closed.add(entry.read.budget);
    if (reply.unreachable) this.#unreachable = true;
    if (reply.status < 200 || reply.status > 299 || reply.failure !== undefined) {
      this.settle(entry, refusedResult(reply, nowMs));
      return undefined;
    }
    const next = takeAnswer(entry, reply, this.#ports.graphRoot, nowMs);
    if (!('kind' in next)) return next;
    this.settle(entry, next);
    return undefined;
  }

  async #renew(entry: Entry, claims: string): Promise<Entry | undefined> {
    const token = await this.#keeper.renew(claims);
    if (token.ok) return { ...entry, renewed: true };
    this.settle(entry, withoutToken(token, entry.read, this.#ports.now()));
    return undefined;
  }
}
