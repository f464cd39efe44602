import type { Step } from '@/utils/domain/guide.ts';
import { openQuestionOf, questionOf } from '@/utils/domain/question-of.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { AskColleague } from './AskColleague.tsx';
import { Attest } from './Attest.tsx';
import type { Act } from './actions.ts';
import { Countdown } from './Countdown.tsx';
import { isAboutAnswer, needlessWords, nextOf, remedyOf } from './card-plan.ts';
import { Disclosure } from './Disclosure.tsx';
import { Evidence } from './Evidence.tsx';
import { useGuide } from './guide-context.ts';
import { Needed } from './Needed.tsx';
import { Question } from './Question.tsx';
import { Marked, Said } from './Said.tsx';
import { StepActions } from './StepActions.tsx';
import { StepFacts } from './StepFacts.tsx';
import { useSpeech } from './speech.ts';
import { TellMe } from './TellMe.tsx';
import { Values } from './Values.tsx';
import { Verdict } from './Verdict.tsx';
import { handedOver } from './values.ts';

type Props = Readonly<{ view: PanelView; step: Step; known: StepView; act: Act }>;

/** The open step: what is known, what to do next, where, why, and what was checked. */
export function StepCard(props: Props) {
  const { view, step, known, act } = props;
  const guide = useGuide();
  if (view.guard?.kind === 'wrong-tenant') {
    return (
      <p class="line">
        <Said words={words('guard.paused', { tenant: view.guard.guide })} />
      </p>
    );
  }
  const question = questionOf(guide, step);
  const isOpen = openQuestionOf(guide, step, view.answers) !== undefined;
  const needless = needlessWords(known);
  const values = known.state === 'done' ? handedOver(known) : [];
  return (
    <>
      <Verdict known={known} step={step} nextCheckAt={view.nextCheckAt} />
      {needless && (
        <p>
          <Said words={needless} />
        </p>
      )}
      {question && known.state !== 'not-applicable' && (
        <Question
          key={question.id}
          question={question}
          answer={view.answers[question.id]}
          fixed={view.fixedAnswers.includes(question.id)}
          problem={isAboutAnswer(view.notice, question.id) ? view.notice : undefined}
          act={act}
        />
      )}
      {values.length > 0 && <Values rows={values} />}
      {!isOpen && step.known.by !== 'answer' && <Doing {...props} />}
      <Contradictions step={step} />
      <Tried step={step} known={known} />
      <Evidence title={step.title} known={known} view={view} />
    </>
  );
}

function Doing({ view, step, known, act }: Props) {
  const next = nextOf(step, known);
  return (
    <>
      {next !== undefined && <Next text={next} />}
      {known.wait && <Countdown wait={known.wait} />}
      {known.wait && <TellMe view={view} step={step} act={act} />}
      <Needed known={known} />
      {remedyOf(known) === 'ask' && <AskColleague title={step.title} known={known} view={view} />}
      <StepActions view={view} step={step} known={known} act={act} />
      <StepFacts view={view} step={step} known={known} />
      <Attest step={step} known={known} act={act} />
    </>
  );
}

function Next({ text }: Readonly<{ text: string | Words }>) {
  return (
    <p class="next">{typeof text === 'string' ? <Marked text={text} /> : <Said words={text} />}</p>
  );
}

function Contradictions({ step }: Readonly<{ step: Step }>) {
  const { say } = useSpeech();
  if (!step.contradictions?.length) return null;
  return (
    <Disclosure title={say(words('contradictions.title'))}>
      <div class="evidence">
        {step.contradictions.map((one) => (
          <dl key={one.topic}>
            <dt>{one.topic}</dt>
            <dd>{one.followed}</dd>
            <dd class="other">{one.other}</dd>
          </dl>
        ))}
      </div>
    </Disclosure>
  );
}

function Tried({ step, known }: Readonly<{ step: Step; known: StepView }>) {
  const { say } = useSpeech();
  const open = known.state === 'not-done' || known.state === 'in-progress';
  if (!step.oftenThis || !open) return null;
  return (
    <Disclosure title={say(words('often.title'))}>
      <p class="aside">
        <Marked text={step.oftenThis} />
      </p>
    </Disclosure>
  );
}
