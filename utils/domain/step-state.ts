import type { StepView } from './view.ts';

/** Nobody has looked yet: a quiet state of its own for the eye, though nothing can be told. */
export function isUnchecked(step: StepView): boolean {
  if (step.state !== 'cannot-tell') return false;
  const hasLooked = step.evidence.length > 0;
  return step.reason === 'signed-out' || (step.reason === 'not-measured-yet' && !hasLooked);
}
