import { type Read, type ReadResult, readKey } from '@/utils/domain/read.ts';
import { type BudgetState, type GraphPorts, readAll, scopesFor } from '@/utils/graph/index.ts';
import type { Reads } from './guide-reads.ts';
import { LATENCY_MS } from './strategies.ts';
import { makeToyGraph } from './toy-graph.ts';
import { VirtualTime } from './virtual-time.ts';

const WORKDAY_MS = 8 * 3_600_000;
/** Looks after a ringed control was used: when, after it. */
const BACK_OFF_MS = [2_000, 6_000, 14_000];

/** One day: how many looks of each kind the colleagues take. */
export type Load = Readonly<{
  name: string;
  /** Colleagues who open the panel once and see that all is well. */
  lookers: number;
  /** Colleagues who walk the whole guide, each step with its looks. */
  walkers: number;
  /** Looks after an action read all steps, or the step acted on only. */
  recheck: 'everything' | 'the step';
}>;

/** The same days at every run: a linear congruential generator (Numerical Recipes). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Colleagues who share one tenant's limits, each with a budget of their own. */
export class Team {
  readonly time = new VirtualTime(Date.parse('2026-11-23T08:00:00Z'));
  readonly tookMs: number[] = [];
  readonly lost: Record<string, number> = {};
  readonly graph: ReturnType<typeof makeToyGraph>;
  #reads: Reads;
  #load: Load;
  #random = makeRandom(20_261_123);

  constructor(reads: Reads, load: Load) {
    this.#reads = reads;
    this.#load = load;
    this.graph = makeToyGraph(reads.all, this.time, LATENCY_MS);
  }

  async day(): Promise<void> {
    const { lookers, walkers } = this.#load;
    const people = [
      ...Array.from({ length: lookers }, () => this.#person(false)),
      ...Array.from({ length: walkers }, () => this.#person(true)),
    ];
    await this.time.run();
    await Promise.all(people);
  }

  async #person(walks: boolean): Promise<void> {
    const startMs = this.#random() * WORKDAY_MS;
    const pausesMs = this.#reads.byStep.map(() => 60_000 + this.#random() * 120_000);
    await this.time.sleep(startMs);
    let budget = await this.#look(this.#reads.all, undefined);
    if (!walks) return;
    for (const [index, step] of this.#reads.byStep.entries()) {
      await this.time.sleep(pausesMs[index] ?? 0);
      const actedMs = this.time.nowMs;
      const reads = this.#load.recheck === 'the step' ? step : this.#reads.all;
      for (const afterMs of BACK_OFF_MS) {
        await this.time.sleep(actedMs + afterMs - this.time.nowMs);
        budget = await this.#look(reads, budget);
      }
    }
  }

  async #look(reads: readonly Read[], kept: BudgetState | undefined): Promise<BudgetState> {
    const startMs = this.time.nowMs;
    const { findings, budget } = await readAll(reads, this.#ports(), kept);
    this.tookMs.push(this.time.nowMs - startMs);
    for (const read of reads) this.#count(read, findings[readKey(read)]);
    return budget;
  }

  #count(read: Read, result: ReadResult | undefined): void {
    if (result?.kind !== 'refused') return;
    this.lost[read.budget] = (this.lost[read.budget] ?? 0) + 1;
  }

  #ports(): GraphPorts {
    return {
      getToken: async () => ({ ok: true, accessToken: 'token', scopes: scopesFor('full') }),
      graphRoot: 'https://graph.microsoft.com',
      now: () => this.time.nowMs,
      sleep: (ms) => this.time.sleep(ms),
      fetch: this.graph.fetch,
    };
  }
}
