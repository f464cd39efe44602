import type { Answers } from './check.ts';
import type { Guide, Question, Step } from './guide.ts';

/**
 * The question a step asks. One that no step is known by is asked on the first step that points at
 * controls: from there on its answer is needed.
 */
export function questionOf(guide: Guide, step: Step): Question | undefined {
  const asked = (known: Step['known']) => (known.by === 'answer' ? known.question : undefined);
  const own = asked(step.known);
  if (own) return guide.questions.find((question) => question.id === own);
  const firstWithControls = guide.steps.find((one) => one.actions.length > 0);
  if (step.id !== firstWithControls?.id) return undefined;
  const bound = guide.steps.map((one) => asked(one.known));
  return guide.questions.find((question) => !bound.includes(question.id));
}

/** The question a step still waits for; before it is answered nothing can be done or checked there. */
export function openQuestionOf(guide: Guide, step: Step, answers: Answers): Question | undefined {
  const question = questionOf(guide, step);
  return question && answers[question.id] === undefined ? question : undefined;
}
