import { WORKDAY_MS } from './limits.ts';

const MINUTE_MS = 60_000;

/** Who works on the tenant that day. */
export type Team = Readonly<{
  name: string;
  /** All steps are done; they use the portals. One in five presses "Check now". */
  settled: number;
  /** The same, without the roles that show policies and logs. */
  blind: number;
  /** Walk the guide, and nothing they do ever shows in Graph: the most looks there can be. */
  walking: number;
  /** Who does not walk begins within this time. */
  arriveWithinMs: number;
  /** Whether the settled saw the tenant on the day before, too. */
  since: 'yesterday' | 'today';
}>;

/** The worst that a roll-out can do. */
export const NEWCOMERS: Team = {
  name: '500 settled, all first seen within an hour',
  settled: 500,
  blind: 0,
  walking: 0,
  arriveWithinMs: 60 * MINUTE_MS,
  since: 'today',
};

export const TEAMS: readonly Team[] = [
  {
    name: '490 settled, 10 walk',
    settled: 490,
    blind: 0,
    walking: 10,
    arriveWithinMs: WORKDAY_MS,
    since: 'yesterday',
  },
  {
    name: '490 settled, 10 walk, all begin within an hour',
    settled: 490,
    blind: 0,
    walking: 10,
    arriveWithinMs: 60 * MINUTE_MS,
    since: 'yesterday',
  },
  {
    name: '440 settled, 50 without roles, 10 walk',
    settled: 440,
    blind: 50,
    walking: 10,
    arriveWithinMs: WORKDAY_MS,
    since: 'yesterday',
  },
  {
    name: '490 settled, seen for the first time that day, 10 walk',
    settled: 490,
    blind: 0,
    walking: 10,
    arriveWithinMs: WORKDAY_MS,
    since: 'today',
  },
  NEWCOMERS,
];

/** Colleagues know nothing of each other: a tenth of a team is simulated, and counted tenfold. */
export const PART = 10;

export function partOf(team: Team): Team {
  const [settled, blind, walking] = [team.settled / PART, team.blind / PART, team.walking / PART];
  return { ...team, settled, blind, walking };
}
