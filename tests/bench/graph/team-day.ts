import { findReads } from './guide-reads.ts';
import { type Load, Team } from './team.ts';
import type { Spent } from './toy-graph.ts';

const COLLEAGUES = 500;
const LOADS: readonly Load[] = [
  { name: '500 open the panel once', lookers: 500, walkers: 0, recheck: 'everything' },
  {
    name: '490 open it, 10 walk the guide',
    lookers: 490,
    walkers: 10,
    recheck: 'everything',
  },
  {
    name: '490 open it, 10 walk; a look after an action reads its step only',
    lookers: 490,
    walkers: 10,
    recheck: 'the step',
  },
  { name: '500 walk the guide', lookers: 0, walkers: COLLEAGUES, recheck: 'everything' },
  {
    name: '500 walk; a look after an action reads its step only',
    lookers: 0,
    walkers: COLLEAGUES,
    recheck: 'the step',
  },
];

export type Day = Readonly<{
  load: string;
  looks: number;
  spent: Spent;
  /** Share of reads that ended as `throttled`, by limit. */
  lost: Readonly<Record<string, number>>;
  /** Time from a look's start to its last answer. */
  medianMs: number;
  p95Ms: number;
}>;

/** Lets a team of colleagues on one tenant work for a day, in virtual time. */
export async function simulateDays(): Promise<Day[]> {
  const reads = await findReads();
  const days: Day[] = [];
  for (const load of LOADS) {
    const team = new Team(reads, load);
    await team.day();
    const tookMs = team.tookMs.sort((a, b) => a - b);
    const at = (share: number) => tookMs[Math.floor(share * (tookMs.length - 1))] ?? 0;
    days.push({
      load: load.name,
      looks: tookMs.length,
      spent: team.graph.spent,
      lost: team.lost,
      medianMs: at(0.5),
      p95Ms: at(0.95),
    });
  }
  return days;
}
