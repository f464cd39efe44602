import type { Outcome } from '../domain/outcome.ts';
import type { Attestation, Progress, StepProgress } from '../domain/progress.ts';

/**
 * Folds a new verdict into what is known of a step.
 *
 * `cannot-tell` keeps the last known verdict beside it: our blindness takes nothing away and adds
 * nothing. `lastDoneAt` is kept when a step is no longer done, which is what makes it `regressed`.
 *
 * @param nowIso When the look began that the verdict rests on, ISO 8601.
 */
export function recordOutcome(
  progress: Progress,
  stepId: string,
  outcome: Outcome,
  nowIso: string,
): Progress {
  const before = progress[stepId];
  const blind = outcome.status === 'cannot-tell';
  const sameStatus = before?.outcome.status === outcome.status;
  const lastDoneAt = outcome.status === 'done' ? nowIso : before?.lastDoneAt;
  const lastKnown = blind ? before?.lastKnown : { outcome, at: nowIso };
  const next: StepProgress = {
    outcome,
    // A step that was stated before it was ever judged has no time yet.
    since: (sameStatus && before?.since) || nowIso,
    checkedAt: nowIso,
    ...(lastDoneAt ? { lastDoneAt } : {}),
    ...(lastKnown ? { lastKnown } : {}),
    ...(before?.attestation ? { attestation: before.attestation } : {}),
  };
  return { ...progress, [stepId]: next };
}

/** Records the administrator's word for a step. The verdict itself stays as Graph left it. */
export function recordAttestation(
  progress: Progress,
  stepId: string,
  attestation: Attestation | undefined,
  fallback: Outcome,
): Progress {
  const { attestation: _, ...before } = progress[stepId] ?? unmeasured(fallback, '');
  return { ...progress, [stepId]: attestation ? { ...before, attestation } : before };
}

function unmeasured(outcome: Outcome, at: string): StepProgress {
  return { outcome, since: at, checkedAt: at };
}

/**
 * A step that was proved and is now plainly not true. A wait (`in-progress`) shows as the wait it
 * is; blindness and "not needed" take nothing back.
 */
export function isRegressed(step: StepProgress | undefined): boolean {
  return step?.lastDoneAt !== undefined && step.outcome.status === 'not-done';
}
