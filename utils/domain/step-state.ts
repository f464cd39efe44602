import type { StepView } from './view.ts';

/** Nobody has looked yet: a quiet state of its own for the eye, though nothing can be told. */
export function isUnchecked(step: StepView): boolean {
  return (
    step.state === 'cannot-tell' &&
    (step.reason === 'not-measured-yet' || step.reason === 'signed-out')
  );
}
