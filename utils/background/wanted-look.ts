import { CHECKS } from '../checks/index.ts';
import type { Guide } from '../domain/guide.ts';
import { currentStep, stateOf } from '../guidance/current-step.ts';
import { type State, tenantOf } from '../state/stored.ts';
import { dueSteps } from './appointments.ts';
import type { LookAt } from './look-at.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The step being worked on is looked at again when somebody comes by after this. */
const GLANCE_AFTER_MS = MINUTE;
/** All steps are read again when somebody comes by after this: while steps are open, and after. */
const STALE_AFTER_MS = { open: HOUR, settled: 24 * HOUR } as const;

/** A time that lies ahead is of a clock that was wrong, and as good as none. */
function ageOf(at: string | undefined, nowMs: number): number {
  const ageMs = at ? nowMs - Date.parse(at) : Infinity;
  return ageMs < -MINUTE ? Infinity : ageMs;
}

/**
 * What to read when somebody comes by: what an appointment that passed unseen was about and the
 * step being worked on, or all steps when what is known is old. `undefined`: nothing.
 */
export function wantedLook(
  { local, session }: State,
  guide: Guide,
  nowMs: number,
): LookAt | undefined {
  const { answers, progress, checkedAt } = tenantOf(local);
  const isOpen = guide.steps.some((step) => {
    const { state } = stateOf(step, answers, progress[step.id]);
    const isWork = step.weight !== 'information' && step.id in CHECKS;
    return isWork && state !== 'done' && state !== 'not-applicable';
  });
  // What was proved is kept when the browser ends; what was not is read afresh.
  const wholeAt = session.lookedAt ?? (isOpen ? undefined : checkedAt);
  const ageMs = (at: string | undefined) => ageOf(at, nowMs);
  if (ageMs(wholeAt) > STALE_AFTER_MS[isOpen ? 'open' : 'settled']) return 'stale';
  const due = dueSteps(session, nowMs);
  const current = currentStep(guide, answers, progress, local.openStepId)?.id;
  const isBlind = current && progress[current]?.outcome.status === 'cannot-tell';
  const isOld = ageMs(session.glancedAt ?? session.lookedAt) > GLANCE_AFTER_MS;
  const glance = isOpen && isOld && current && current in CHECKS && !isBlind ? [current] : [];
  const steps = [...new Set([...due, ...glance])];
  return steps.length > 0 ? steps : undefined;
}
