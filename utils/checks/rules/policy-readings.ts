import type { Policy } from '../reads/policies.ts';
import type { WhatIfResult } from '../reads/what-if.ts';
import {
  has,
  type Obstacle,
  type PolicyReading,
  reach,
  sometimes,
  stateObstacles,
} from './obstacles.ts';
import { conditionObstacles } from './policy-conditions.ts';
import { coveringTogether } from './policy-cover.ts';
import { grantOf } from './policy-grant.ts';
import { appObstacles, type Person, userObstacles } from './policy-target.ts';

function withGrant(policy: Policy, obstacles: readonly Obstacle[]): PolicyReading {
  return { policy, grant: grantOf(policy), obstacles };
}

/** Our own reading of the policies, for one account and Partner Center. */
export function readPolicies(policies: readonly Policy[], person: Person): PolicyReading[] {
  return policies.map((policy) =>
    withGrant(policy, [
      ...stateObstacles(policy),
      ...userObstacles(policy, person),
      ...appObstacles(policy),
      ...conditionObstacles(policy),
    ]),
  );
}

/**
 * Microsoft's reading, one list of results a scene. Whom and what a policy is about is Microsoft's
 * word; switch, conditions and controls are read from the policy, because What-If judges neither
 * report-only, nor a condition that both scenes happen to meet, nor OR.
 */
export function readWhatIf(scenes: readonly (readonly WhatIfResult[])[]): PolicyReading[] {
  const byId = new Map(scenes.flat().map((policy) => [policy.id, policy]));
  return [...byId.values()].map((policy) => {
    const conditions = conditionObstacles(policy);
    const applies = scenes.map((results) =>
      results.some(({ id, policyApplies }) => id === policy.id && policyApplies),
    );
    const missed = applies.includes(false) && conditions.length === 0;
    return withGrant(policy, [
      ...stateObstacles(policy),
      ...(applies.includes(true) ? [] : [reach('not-applied')]),
      ...conditions,
      ...(missed && applies.includes(true) ? [sometimes('other-condition')] : []),
    ]);
  });
}

/**
 * `always`: every sign-in needs MFA. `blocked`: every sign-in is refused. `sometimes`: MFA is asked
 * for under conditions, or another control will do. `unsure`: it depends on what cannot be read.
 */
export type Verdict = 'always' | 'blocked' | 'sometimes' | 'never' | 'unsure';

export type Judgement = Readonly<{
  verdict: Verdict;
  readings: readonly PolicyReading[];
  /** The policies that carry `always`, or the one that blocks. */
  carriers: readonly PolicyReading[];
}>;

/** Several policies all apply together, so one that always demands MFA is enough; a block wins. */
export function judgeReadings(readings: readonly PolicyReading[]): Judgement {
  const clear = readings.filter(({ obstacles }) => obstacles.length === 0);
  const blocks = clear.filter(({ grant }) => grant === 'blocks');
  if (blocks.length > 0) return { verdict: 'blocked', readings, carriers: blocks };
  const demands = clear.filter(({ grant }) => grant === 'mfa');
  const carriers = demands.length > 0 ? demands : coveringTogether(readings);
  if (carriers.length > 0) return { verdict: 'always', readings, carriers };
  return { verdict: openVerdict(readings), readings, carriers: [] };
}

function openVerdict(readings: readonly PolicyReading[]): Verdict {
  const near = readings.filter(
    (reading) => ['mfa', 'or', 'unsure'].includes(reading.grant) && !has(reading, 'reach'),
  );
  const isUnsure = (reading: PolicyReading) =>
    reading.grant !== 'or' &&
    !has(reading, 'sometimes') &&
    (reading.grant === 'unsure' || has(reading, 'unsure'));
  if (near.some(isUnsure)) return 'unsure';
  return near.length > 0 ? 'sometimes' : 'never';
}
