import type { Check, Watched } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { Findings } from '@/utils/domain/read.ts';
import {
  type Blind,
  type InquiryContext,
  type Judged,
  judgeAll,
  UNDECIDED,
} from '@/utils/inquiry/index.ts';
import { type BudgetState, Ledger } from './budget.ts';
import { isLookedAt, keysToRead, only, outdated, without } from './looks.ts';
import type { GraphPorts, ReadOptions } from './ports.ts';
import { Reading } from './reading.ts';

/** A check that asks for something new this often goes in circles. */
const MOST_ROUNDS = 10;

type Outcomes = Readonly<Record<string, Outcome>>;

export type InquireOptions = ReadOptions &
  Readonly<{
    budget?: BudgetState | undefined;
    /** What an earlier look found, to be taken as it is where nothing is to be read again. */
    previous?: Findings | undefined;
    /**
     * Ids of the checks that read again; of the others those of which all was known, where
     * something they rest on changed. What nobody asks about and nobody knows is left out.
     */
    again?: readonly string[] | undefined;
    /** What was watched happening, when this has been read; absent: what the context says. */
    watch?: ((read: Findings) => Watched) | undefined;
    /** Called with verdicts as soon as all they rest on is in, and with what this look has read. */
    onJudged?: ((outcomes: Outcomes, read: Findings) => void) | undefined;
  }>;

export type Inquired = Readonly<{
  /** By check id; one for every check that was judged. */
  outcomes: Outcomes;
  /** Checks whose facts were all read in this look; the others stand as they were. */
  looked: readonly string[];
  /** Checks that would know more if Graph answered. */
  blind: Blind;
  /** What the outcomes rest on, and nothing else. */
  findings: Findings;
  /** To be handed in the next time. */
  budget: BudgetState;
}>;

/** One look at the tenant, as far as it has come. */
class Look {
  readonly checks: readonly Check[];
  readonly previous: Findings;
  readonly reading: Reading;
  readonly options: InquireOptions;
  findings: Findings;
  judged: Judged;
  #judge: (findings: Findings) => Judged;
  #told = new Set<string>();
  #now: () => number;

  constructor(
    checks: readonly Check[],
    judge: (checks: readonly Check[], findings: Findings) => Judged,
    reading: Reading,
    options: InquireOptions,
    watched: Watched,
    now: () => number,
  ) {
    this.reading = reading;
    this.#now = now;
    this.options = options;
    this.previous = options.previous ?? {};
    const before = judge(checks, this.previous);
    const { again } = options;
    const isMeant = ({ id }: Check) => again?.includes(id) || before.outcomes[id] !== undefined;
    this.checks = again ? checks.filter(isMeant) : checks;
    this.#judge = (findings) => judge(this.checks, findings);
    const keys = keysToRead(again ?? [], before, this.previous, watched, now());
    this.findings = without(this.previous, keys);
    this.judged = this.#judge(this.findings);
  }

  /** Judges what is in, and gives up what a change has outdated. */
  judge(): void {
    this.findings = { ...this.findings, ...this.reading.findings };
    this.judged = this.#judge(this.findings);
    const old = outdated(this.judged, this.previous, this.reading.findings, this.#now());
    const dropped = Object.keys(this.findings).filter((key) => old.has(key));
    this.findings = without(this.findings, old);
    if (dropped.length > 0) this.judge();
    else this.#tell();
  }

  get looked(): string[] {
    const { asked, outcomes } = this.judged;
    const isLooked = ({ id }: Check) =>
      outcomes[id] !== undefined &&
      isLookedAt(asked.get(id), this.previous, this.reading.findings, this.#now());
    return this.checks.filter(isLooked).map(({ id }) => id);
  }

  outcomes(ids: readonly string[]): Outcomes {
    return Object.fromEntries(ids.map((id) => [id, this.judged.outcomes[id] ?? UNDECIDED]));
  }

  #tell(): void {
    const news = this.looked.filter((id) => !this.#told.has(id));
    for (const id of news) this.#told.add(id);
    if (news.length > 0) this.options.onJudged?.(this.outcomes(news), this.reading.findings);
  }
}

async function finish(look: Look): Promise<void> {
  for (let rounds = 0; ; ) {
    if (rounds < MOST_ROUNDS && look.reading.add(look.judged.pending)) rounds += 1;
    if (!(await look.reading.next())) return;
    look.judge();
  }
}

/**
 * Judges all checks, reading from Graph exactly what they ask for: they are judged over what is
 * known, what they miss is read together, and they are judged again as answers come in, until
 * nothing is missing. What waits for a limit holds up only the checks that ask for it.
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
  const reading = await Reading.open(ports, options, ledger);
  // A change that this look is the first to see counts in its own verdicts.
  const watchedIn = (read: Findings) => options.watch && { watched: options.watch(read) };
  // The answers may tell what time it is at Microsoft.
  const judge = (judged: readonly Check[], findings: Findings) =>
    judgeAll(judged, { ...context, ...watchedIn(reading.findings), nowMs: ports.now() }, findings);
  const look = new Look(checks, judge, reading, options, context.watched, ports.now);
  await finish(look);
  const { asked, blind } = look.judged;
  const used = new Set([...asked.values()].flatMap((reads) => [...reads.keys()]));
  return {
    outcomes: look.outcomes(look.checks.map(({ id }) => id)),
    looked: look.looked,
    blind,
    findings: only(look.findings, used),
    budget: ledger.state(),
  };
}
