import type { Policy } from '../reads/policies.ts';
import { SCENES, type Scene, type WhatIfResult } from '../reads/what-if.ts';
import type { Condition } from './condition.ts';
import {
  type Obstacle,
  type PolicyReading,
  reach,
  sometimes,
  stateObstacles,
  unsure,
} from './obstacles.ts';
import { conditionObstacles, conditionsOf } from './policy-conditions.ts';
import { grantOf } from './policy-grant.ts';
import { appObstacles, type Person, userObstacles } from './policy-target.ts';

function read(policy: Policy, reached: readonly Obstacle[]): PolicyReading {
  return {
    policy,
    grant: grantOf(policy),
    conditions: conditionsOf(policy),
    obstacles: [...stateObstacles(policy), ...reached, ...conditionObstacles(policy)],
  };
}

/** Our own reading of the policies, for one account and Partner Center. */
export function readPolicies(policies: readonly Policy[], person: Person): PolicyReading[] {
  return policies.map((policy) =>
    read(policy, [...userObstacles(policy, person), ...appObstacles(policy)]),
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
    const applies = scenes.map((results) =>
      results.some(({ id, policyApplies }) => id === policy.id && policyApplies),
    );
    return heed(read(policy, []), applies);
  });
}

/** No scene meets the policy's conditions: that it did not apply says nothing. */
export const NOT_SHOWN = 'not-shown';

/** What the scenes say of a policy, where its own conditions let them say anything. */
function heed(reading: PolicyReading, applies: readonly boolean[]): PolicyReading {
  const isMet = applies.map((_, index) =>
    reading.conditions.every((condition) => isMetIn(SCENES[index], condition)),
  );
  const refused = applies.some((does, index) => !does && isMet[index]);
  if (applies.includes(true)) return refused ? narrowed(reading) : surprised(reading, applies);
  const obstacle = refused ? reach('not-applied') : unsure(NOT_SHOWN);
  const obstacles = refused ? [obstacle, ...reading.obstacles] : [...reading.obstacles, obstacle];
  return { ...reading, obstacles };
}

/** Both scenes could have met it, one did: it asks under a condition that we do not see. */
function narrowed(reading: PolicyReading): PolicyReading {
  const hidden: Condition = {
    id: 'other-condition',
    kind: 'fact',
    name: `hidden ${reading.policy.id}`,
    met: true,
  };
  return {
    ...reading,
    conditions: [...reading.conditions, hidden],
    obstacles: [...reading.obstacles, sometimes('other-condition')],
  };
}

/** It applied to places that nobody named: its places are wider than they look. */
function surprised(reading: PolicyReading, applies: readonly boolean[]): PolicyReading {
  const isNarrow = (condition: Condition) =>
    condition.kind === 'places' && !condition.included.includes('all');
  if (applies.includes(false) || !reading.conditions.some(isNarrow)) return reading;
  return {
    ...reading,
    conditions: reading.conditions.filter((condition) => !isNarrow(condition)),
    obstacles: [...reading.obstacles, unsure('locations')],
  };
}

/** Surely met in the scene; what a scene does not say of itself is not. */
function isMetIn(scene: Scene | undefined, condition: Condition): boolean {
  if (!scene || condition.kind === 'fact') return false;
  if (condition.kind === 'places') {
    return condition.included.includes('all') && condition.excluded.length === 0;
  }
  const value = {
    client: scene.clientAppType,
    platform: scene.devicePlatform,
    'sign-in-risk': scene.signInRiskLevel,
    'user-risk': scene.userRiskLevel,
    'insider-risk': '',
    flow: '',
  }[condition.dimension].toLowerCase();
  return value !== '' && condition.named.includes(value) !== condition.all;
}
