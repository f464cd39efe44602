import type { StepState, StepView } from './view.ts';

/** Nobody has looked yet: a quiet state of its own for the eye, though nothing can be told. */
export function isUnchecked(step: StepView): boolean {
  if (step.state !== 'cannot-tell') return false;
  const hasLooked = step.evidence.length > 0;
  return step.reason === 'signed-out' || (step.reason === 'not-measured-yet' && !hasLooked);
}

/**
 * The state as a reader takes it: a step that names something to do is theirs, and does not wait,
 * though part of it is done already.
 */
export function shownState({ state, fix }: Pick<StepView, 'state' | 'fix'>): StepState {
  return state === 'in-progress' && fix ? 'not-done' : state;
}
