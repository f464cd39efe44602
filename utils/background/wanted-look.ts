import { CHECKS } from '../checks/index.ts';
import type { Guide } from '../domain/guide.ts';
import { currentStep } from '../guidance/current-step.ts';
import { type State, tenantOf } from '../state/stored.ts';
import { dueSteps } from './appointments.ts';
import type { LookAt } from './look-at.ts';
import { ageOf, isSettled, longUnread } from './settled.ts';

const MINUTE = 60_000;

/** The step being worked on is looked at again when somebody comes by after this. */
const GLANCE_AFTER_MS = MINUTE;

/**
 * What to read when somebody comes by: what an appointment that passed unseen was about, what was
 * read too long ago, and the step being worked on. `undefined`: nothing.
 */
export function wantedLook(
  { local, session }: State,
  guide: Guide,
  nowMs: number,
): LookAt | undefined {
  const old = longUnread(local, guide, nowMs);
  const isOpen = !isSettled(local, guide);
  // What was proved is kept when the browser ends; what was not is read afresh.
  const isAfresh = isOpen && ageOf(session.lookedAt, nowMs) === Infinity;
  if (isAfresh || old.length === Object.keys(CHECKS).length) return 'stale';
  const glance = isOpen ? glanceAt({ local, session }, guide, nowMs) : [];
  const steps = [...new Set([...dueSteps(session, nowMs), ...old, ...glance])];
  return steps.length > 0 ? steps : undefined;
}

/** The step being worked on, once in a while; what Graph keeps from us has its own back-off. */
function glanceAt({ local, session }: State, guide: Guide, nowMs: number): string[] {
  const { answers, progress } = tenantOf(local);
  const current = currentStep(guide, answers, progress, local.openStepId)?.id;
  const isBlind = current && progress[current]?.outcome.status === 'cannot-tell';
  const isOld = ageOf(session.glancedAt ?? session.lookedAt, nowMs) > GLANCE_AFTER_MS;
  return isOld && current && current in CHECKS && !isBlind ? [current] : [];
}
