import type { Budget } from '@/utils/domain/read.ts';
import { MOST_ITEMS } from './batch.ts';
import type { Entry } from './entry.ts';

export type Plan = Readonly<{
  /** Groups that travel together, at most 20 of one version each. */
  groups: readonly (readonly Entry[])[];
  /** Entries that are not due, or for which the budget does not reach now. */
  held: readonly Entry[];
}>;

function chunks(entries: readonly Entry[], size: number): (readonly Entry[])[] {
  const count = Math.ceil(entries.length / size);
  return Array.from({ length: count }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  );
}

/**
 * Decides what is sent now: all that is due and within its budget, in as few batches as the
 * versions and the limit of 20 allow. Conditional Access requests never travel in a batch, nor do
 * reads whose batch failed as a whole.
 */
export function plan(
  entries: readonly Entry[],
  nowMs: number,
  allowance: (budget: Budget) => number,
): Plan {
  const left = new Map<Budget, number>();
  const isSent = ({ dueMs, read }: Entry): boolean => {
    const before = left.get(read.budget) ?? allowance(read.budget);
    if (dueMs > nowMs || before <= 0) return false;
    left.set(read.budget, before - 1);
    return true;
  };
  const sent: Entry[] = [];
  const held: Entry[] = [];
  for (const entry of entries) (isSent(entry) ? sent : held).push(entry);
  const isAlone = ({ read, alone }: Entry) => alone || read.budget === 'conditional-access';
  const together = sent.filter((entry) => !isAlone(entry));
  const versions = [...new Set(together.map(({ read }) => read.version))];
  const groups = versions.flatMap((version) =>
    chunks(
      together.filter(({ read }) => read.version === version),
      MOST_ITEMS,
    ),
  );
  return { groups: [...groups, ...chunks(sent.filter(isAlone), 1)], held };
}
