import guide from '@/guides/work365-partner-center/guide.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import { makeFinishedTenant } from '../finished-tenant.ts';
import { makeBlindTenant, makeOpenTenant } from '../other-tenants.ts';
import { Colleague } from './colleague.ts';
import { DAY_MS, Limits, WORKDAY_MS } from './limits.ts';
import { type Recording, record } from './recorded-graph.ts';
import type { Team } from './teams.ts';
import { VirtualTime } from './virtual-time.ts';

const MINUTE_MS = 60_000;
/** Steps at which there is something to use. */
const STEPS = guide.steps.flatMap(({ id, actions }) =>
  id in CHECKS && actions.some(({ commits }) => commits) ? id : [],
);

/** A settled colleague's day: visits to the portals, a page opened every other minute of each. */
const SESSIONS = 4;
const SESSION_MS = 20 * MINUTE_MS;
const PAGE_EVERY_MS = 2 * MINUTE_MS;
/** Whoever walks the guide acts on a step, waits on portal pages, and goes on. */
const STEP_MS = 8 * MINUTE_MS;
const CHECKS_BY_HAND = 3;

export type Recordings = Readonly<Record<'settled' | 'blind' | 'walking', Recording>>;

export async function recordTenants(): Promise<Recordings> {
  return {
    settled: await record(makeFinishedTenant()),
    blind: await record(makeBlindTenant()),
    walking: await record(makeOpenTenant()),
  };
}

/** The same days at every run: a linear congruential generator (Numerical Recipes). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Day = Readonly<{
  limits: Limits;
  looks: number;
  /** By colleague who looked; see `Colleague.waitedMs`. */
  waitsMs: readonly (number | undefined)[];
}>;

type Person = Readonly<{ colleague: Colleague; time: VirtualTime; random: () => number }>;

async function useThePortals({ colleague, time, random }: Person, arriveWithinMs: number) {
  const restMs = Math.max(0, WORKDAY_MS - arriveWithinMs);
  await time.sleep(random() * arriveWithinMs);
  if (random() < 0.2) await colleague.look('everything');
  for (let session = 0; session < SESSIONS; session += 1) {
    for (let spentMs = 0; spentMs < SESSION_MS; spentMs += PAGE_EVERY_MS) {
      await colleague.visit();
      await colleague.stay(PAGE_EVERY_MS);
    }
    await time.sleep((random() * restMs) / SESSIONS);
  }
}

async function walkTheGuide({ colleague, time, random }: Person) {
  await time.sleep(random() * (WORKDAY_MS - STEPS.length * STEP_MS));
  for (const [index, step] of STEPS.entries()) {
    await colleague.visit();
    colleague.use(step);
    await colleague.stay(STEP_MS);
    if (index < CHECKS_BY_HAND) await colleague.look('everything');
  }
}

/** Eight o'clock of the day the answers were recorded: requests for logs name the day. */
function morningOf(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS) * DAY_MS + DAY_MS / 3;
}

/** Lets a team work on one tenant for a day, in virtual time. */
export async function simulateDay(
  team: Team,
  recordings: Recordings,
  limits = new Limits(),
): Promise<Day> {
  const time = new VirtualTime(morningOf(recordings.settled.context.nowMs));
  const random = makeRandom(20_261_123);
  const make = (kind: keyof Recordings, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      colleague: new Colleague(recordings[kind], limits, time, `${kind} ${index}`, random),
      time,
      random,
    }));
  const settled = make('settled', team.settled);
  const users = [...settled, ...make('blind', team.blind)];
  if (team.since === 'yesterday') {
    for (const { colleague } of settled) colleague.remember(DAY_MS - random() * WORKDAY_MS);
  }
  const walkers = make('walking', team.walking);
  const days = [
    ...users.map((person) => useThePortals(person, team.arriveWithinMs)),
    ...walkers.map((person) => walkTheGuide(person)),
  ];
  await time.run(Promise.all(days));
  const all = [...users, ...walkers].map(({ colleague }) => colleague);
  const looks = all.reduce((sum, colleague) => sum + colleague.looks, 0);
  const lookers = all.filter((colleague) => colleague.looks > 0);
  return { limits, looks, waitsMs: lookers.map(({ waitedMs }) => waitedMs) };
}
