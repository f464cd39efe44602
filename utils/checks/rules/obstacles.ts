import type { Policy } from '../reads/policies.ts';
import type { Condition } from './condition.ts';

/**
 * What stands between a policy and "this account needs MFA at every sign-in to Partner Center".
 * `reach`: the policy is not about it. `sometimes`: it asks only under a condition. `unsure`: we
 * cannot read whether it does. The ids are the ends of message ids.
 */
export type Obstacle = Readonly<{ kind: 'reach' | 'sometimes' | 'unsure'; id: string }>;

export const reach = (id: string): Obstacle => ({ kind: 'reach', id });
export const sometimes = (id: string): Obstacle => ({ kind: 'sometimes', id });
export const unsure = (id: string): Obstacle => ({ kind: 'unsure', id });

/** What a policy's grant controls force. `or`: MFA is one way among others. */
export type Grant = 'mfa' | 'or' | 'blocks' | 'none' | 'unsure';

/** One policy, read for one account and Partner Center. */
export type PolicyReading = Readonly<{
  policy: Policy;
  grant: Grant;
  /** All of them must be met for the policy to ask. */
  conditions: readonly Condition[];
  /** In the order in which an administrator would remove them. */
  obstacles: readonly Obstacle[];
}>;

export function has(reading: PolicyReading, kind: Obstacle['kind']): boolean {
  return reading.obstacles.some((obstacle) => obstacle.kind === kind);
}

/** Three answers to "does it hold": nothing is concluded from `unsure`. */
export type Tri = 'yes' | 'no' | 'unsure';

export function anyOf(answers: readonly Tri[]): Tri {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unsure') ? 'unsure' : 'no';
}

/** The policy's switch. Report-only policies are never enforced, whatever What-If says of them. */
export function stateObstacles({ state }: Policy): Obstacle[] {
  if (state === 'enabled') return [];
  return [reach(state === 'enabledForReportingButNotEnforced' ? 'report-only' : 'off')];
}
