import { beforeAll, describe, expect, it } from 'vitest';
import { type Recordings, recordTenants, simulateDay } from '../../bench/team-day/day.ts';
import {
  allowedIn,
  DAY_MS,
  DIRECTORY,
  Limits,
  unitsOf,
  WORKDAY_MS,
} from '../../bench/team-day/limits.ts';
import { NEWCOMERS, PART, partOf, TEAMS } from '../../bench/team-day/teams.ts';

const TENTH = 0.1;
/** Requests sent for each that would do, were nobody else there. */
const MOST_TIMES = 4;
const HOUR_MS = 3_600_000;

describe('500 colleagues on one tenant for a day', () => {
  let recordings: Recordings;
  beforeAll(async () => {
    recordings = await recordTenants();
  });

  it.each(TEAMS.slice(0, 3))(
    'use less than a tenth of what Microsoft documents: $name',
    { timeout: 120_000 },
    async (team) => {
      const { limits, looks } = await simulateDay(partOf(team), recordings);
      expect(looks).toBeGreaterThan(50);
      for (const limit of ['conditional-access', 'reports'] as const) {
        // Somebody asked: a tenth of a team, each settled colleague once a week.
        expect(limits.asked[limit]).toBeGreaterThan(20);
        expect((PART * limits.asked[limit]) / allowedIn(limit, DAY_MS)).toBeLessThan(TENTH);
      }
      // How looks coincide, a tenth of a team cannot show: `npm run bench -- team-day` does.
      expect(limits.busiestUnits / DIRECTORY.units).toBeLessThan(TENTH);
    },
  );

  it('that only use the portals stay below a tenth in their busiest hour, too', async () => {
    const [team] = TEAMS;
    if (!team) throw new Error('no team');
    const { limits } = await simulateDay(partOf({ ...team, walking: 0 }), recordings);
    for (const limit of ['conditional-access', 'reports'] as const) {
      const busiest = PART * limits.busiestHour(limit);
      expect(busiest).toBeGreaterThan(0);
      expect(busiest / allowedIn(limit, HOUR_MS)).toBeLessThan(TENTH);
    }
  });

  it('that come new within six minutes all get their verdicts, and do not multiply what they ask', async () => {
    // A tenth of the team in a tenth of the hour: as dense as all of it.
    const crowd = { ...partOf(NEWCOMERS), arriveWithinMs: NEWCOMERS.arriveWithinMs / PART };
    const need = await simulateDay(crowd, recordings, new Limits(false));
    const { limits, waitsMs } = await simulateDay(crowd, recordings);
    expect(limits.refused).toBeGreaterThan(0);
    expect(waitsMs).toHaveLength(crowd.settled);
    expect(Math.max(...waitsMs.map((waitMs) => waitMs ?? Infinity))).toBeLessThan(HOUR_MS);
    for (const limit of ['conditional-access', 'reports'] as const) {
      expect(limits.asked[limit] / need.limits.asked[limit]).toBeLessThan(MOST_TIMES);
    }
  });
});

it('the limits are those that Microsoft documents', () => {
  expect(allowedIn('conditional-access', DAY_MS)).toBe(86_400);
  expect(allowedIn('reports', WORKDAY_MS)).toBe(14_400);
  expect(unitsOf('/subscribedSkus?$select=skuId')).toBe(2);
  expect(unitsOf('/users/a/checkMemberGroups')).toBe(4);
  expect(unitsOf('/organization?$select=id')).toBe(1);
});
