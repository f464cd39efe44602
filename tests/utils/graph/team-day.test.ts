import { beforeAll, describe, expect, it } from 'vitest';
import {
  PART,
  partOf,
  type Recordings,
  recordTenants,
  simulateDay,
  TEAMS,
} from '../../bench/team-day/day.ts';
import { allowedIn, DAY_MS, DIRECTORY, unitsOf, WORKDAY_MS } from '../../bench/team-day/limits.ts';

const TENTH = 0.1;
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
});

it('the limits are those that Microsoft documents', () => {
  expect(allowedIn('conditional-access', DAY_MS)).toBe(86_400);
  expect(allowedIn('reports', WORKDAY_MS)).toBe(14_400);
  expect(unitsOf('/subscribedSkus?$select=skuId')).toBe(2);
  expect(unitsOf('/users/a/checkMemberGroups')).toBe(4);
  expect(unitsOf('/organization?$select=id')).toBe(1);
});
