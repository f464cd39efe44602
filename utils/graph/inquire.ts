import type { Check } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { Findings } from '@/utils/domain/read.ts';
import { type InquiryContext, type Judged, judgeAll, UNDECIDED } from '@/utils/inquiry/index.ts';
import { type BudgetState, Ledger } from './budget.ts';
import type { GraphPorts, ReadOptions } from './ports.ts';
import { readWith } from './read-all.ts';

/** A check that still asks after this many rounds goes in circles. */
const MOST_ROUNDS = 6;

export type InquireOptions = ReadOptions &
  Readonly<{
    budget?: BudgetState | undefined;
    /** Results to take as they are instead of reading again; the caller decides how old they may be. */
    previous?: Findings | undefined;
  }>;

export type Inquired = Readonly<{
  /** By check id; one for every check. */
  outcomes: Readonly<Record<string, Outcome>>;
  /** What the outcomes rest on, and nothing else. */
  findings: Findings;
  /** To be handed in the next time. */
  budget: BudgetState;
}>;

function only(findings: Findings, keys: ReadonlySet<string>): Findings {
  return Object.fromEntries(Object.entries(findings).filter(([key]) => keys.has(key)));
}

function completed(checks: readonly Check[], judged: Judged): Inquired['outcomes'] {
  const entries = checks.map(({ id }) => [id, judged.outcomes[id] ?? UNDECIDED] as const);
  return Object.fromEntries(entries);
}

/** Progress over all rounds: later rounds add to the total. */
function countOn(report: ReadOptions['onProgress'], before: number): ReadOptions['onProgress'] {
  return report && ((done, total) => report(before + done, before + total));
}

/**
 * Judges all checks, reading from Graph exactly what they ask for: they are judged over what is
 * known, what they miss is read together, and they are judged again until nothing is missing.
 *
 * @throws The signal's reason, when it is aborted.
 */
export async function inquire(
  checks: readonly Check[],
  context: InquiryContext,
  ports: GraphPorts,
  options: InquireOptions = {},
): Promise<Inquired> {
  const ledger = new Ledger(options.budget, ports.now);
  let findings: Findings = options.previous ?? {};
  let read = 0;
  let judged = judgeAll(checks, context, findings);
  for (let round = 0; round < MOST_ROUNDS && judged.pending.length > 0; round += 1) {
    const onProgress = countOn(options.onProgress, read);
    const fresh = await readWith(ledger, judged.pending, ports, { ...options, onProgress });
    read += judged.pending.length;
    findings = { ...findings, ...fresh };
    // The answers may have told what time it is at Microsoft.
    judged = judgeAll(checks, { ...context, nowMs: ports.now() }, findings);
  }
  return {
    outcomes: completed(checks, judged),
    findings: only(findings, judged.used),
    budget: ledger.state(),
  };
}
