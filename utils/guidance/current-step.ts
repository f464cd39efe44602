import type { Answers } from '../domain/check.ts';
import type { Guide, PageId, Step } from '../domain/guide.ts';
import type { Progress, StepProgress } from '../domain/progress.ts';
import type { StepState } from '../domain/view.ts';
import { isRegressed } from '../state/progress.ts';

/** What a step's own declaration says before Graph is asked. */
export function answered(step: Step, answers: Answers): boolean {
  return step.known.by === 'answer' && answers[step.known.question as keyof Answers] !== undefined;
}

/** A step of another partner tier than the one answered. */
export function isOutOfTier(step: Step, answers: Answers): boolean {
  return Boolean(answers.partnerTier && step.tiers && !step.tiers.includes(answers.partnerTier));
}

/** The state a step shows, with who says so. Graph's word always goes before the administrator's. */
export function stateOf(
  step: Step,
  answers: Answers,
  progress: StepProgress | undefined,
): Readonly<{ state: StepState; by?: 'graph' | 'admin' }> {
  if (isOutOfTier(step, answers)) return { state: 'not-applicable' };
  if (step.known.by === 'answer') {
    return answered(step, answers) ? { state: 'done', by: 'admin' } : { state: 'not-done' };
  }
  const attested = progress?.attestation !== undefined;
  if (step.known.by === 'admin') {
    return attested ? { state: 'done', by: 'admin' } : { state: 'not-done' };
  }
  if (!progress) return { state: 'cannot-tell' };
  if (isRegressed(progress)) return { state: 'regressed', by: 'graph' };
  if (progress.outcome.status === 'done') return { state: 'done', by: 'graph' };
  if (progress.outcome.status === 'cannot-tell' && attested && step.attestable) {
    return { state: 'done', by: 'admin' };
  }
  return { state: progress.outcome.status };
}

/**
 * The step to work on: the one the administrator opened, else the first required or recommended one
 * that is neither done nor needless, else the first of any weight, else none.
 */
export function currentStep(
  guide: Guide,
  answers: Answers,
  progress: Progress,
  openStepId: string | undefined,
): Step | undefined {
  const opened = guide.steps.find((step) => step.id === openStepId);
  if (opened) return opened;
  const isOpen = (step: Step) =>
    !['done', 'not-applicable'].includes(stateOf(step, answers, progress[step.id]).state);
  return (
    guide.steps.find((step) => step.weight !== 'information' && isOpen(step)) ??
    guide.steps.find(isOpen)
  );
}

/**
 * The page where the step's next change is made: the one the verdict names (security defaults must
 * be off before a policy can be created), else the step's own.
 */
export function pageOfStep(step: Step, progress: StepProgress | undefined): PageId | undefined {
  return fixPage(progress) ?? step.page;
}

/** The one page the verdict sends the reader to; while it does, nothing else is pointed at. */
export function fixPage(progress: StepProgress | undefined): PageId | undefined {
  const outcome = progress?.outcome;
  return outcome && 'page' in outcome ? outcome.page : undefined;
}
