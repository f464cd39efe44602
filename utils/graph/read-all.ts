import type { Read } from '@/utils/domain/read.ts';
import { type BudgetState, Ledger } from './budget.ts';
import type { GraphPorts, ReadOptions, ReadOutcome } from './ports.ts';
import { Reading } from './reading.ts';

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
  const reading = await Reading.open(ports, options, ledger);
  reading.add(reads);
  while (await reading.next());
  return { findings: reading.findings, budget: ledger.state() };
}
