import { type Findings, type Read, type ReadResult, readKey } from '@/utils/domain/read.ts';
import { type BudgetState, Ledger } from './budget.ts';
import { type Entry, makeEntry } from './entry.ts';
import type { GraphPorts, ReadOptions, ReadOutcome } from './ports.ts';
import { Reading } from './reading.ts';
import { holdsAny, TokenKeeper, withoutToken } from './token.ts';

function distinct(reads: readonly Read[], nowMs: number): Entry[] {
  const byKey = new Map(reads.map((read) => [readKey(read), read]));
  return [...byKey].map(([key, read]) => makeEntry(key, read, nowMs));
}

/** Why a read is not sent at all, or `undefined`. */
function unsendable(entry: Entry, keeper: TokenKeeper, nowMs: number): ReadResult | undefined {
  const token = keeper.current;
  if (!token.ok) return withoutToken(token, entry.read, nowMs);
  if (holdsAny(token.scopes, entry.read.scopes)) return undefined;
  const observedAt = new Date(nowMs).toISOString();
  return { kind: 'not-consented', missing: entry.read.scopes, observedAt };
}

/**
 * Reads all of it from Graph, each request once, and spends no more of the tenant's limits than
 * Microsoft allows. Conditional Access requests go one after the other, beside the batches.
 *
 * Every read gets a result; what Graph, the network or the token refuse is one too.
 *
 * @param budget What was spent before; hand back the returned one next time.
 * @throws The signal's reason, when it is aborted.
 */
export async function readAll(
  reads: readonly Read[],
  ports: GraphPorts,
  budget?: BudgetState,
  options: ReadOptions = {},
): Promise<ReadOutcome> {
  const ledger = new Ledger(budget, ports.now);
  const findings = await readWith(ledger, reads, ports, options);
  return { findings, budget: ledger.state() };
}

/** `readAll` over a ledger that several rounds share. */
export async function readWith(
  ledger: Ledger,
  reads: readonly Read[],
  ports: GraphPorts,
  options: ReadOptions,
): Promise<Findings> {
  options.signal?.throwIfAborted();
  const nowMs = ports.now();
  const entries = distinct(reads, nowMs);
  const keeper = await TokenKeeper.open(ports);
  const reading = new Reading(ports, options, ledger, keeper, entries.length);
  const sendable: Entry[] = [];
  for (const entry of entries) {
    const result = unsendable(entry, keeper, ports.now());
    if (result) reading.settle(entry, result);
    else sendable.push(entry);
  }
  const isAlone = ({ read }: Entry) => read.budget === 'conditional-access';
  await Promise.all([
    reading.drain(sendable.filter((entry) => !isAlone(entry))),
    reading.drain(sendable.filter(isAlone)),
  ]);
  return reading.findings;
}
