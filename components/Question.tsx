import { useState } from 'preact/hooks';
import type { Question as Asked } from '@/utils/domain/guide.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Button } from './Button.tsx';
import { Fact, Note } from './Fact.tsx';
import { Said } from './Said.tsx';
import { SignInName } from './SignInName.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{
  question: Asked;
  answer: string | undefined;
  /** The organisation has answered; the reader cannot. */
  fixed: boolean;
  /** Why the last answer was not taken. */
  problem: Words | undefined;
  act: Act;
}>;

/** Asks what only the administrator knows, or says what was answered and lets it be changed. */
export function Question({ question, answer, fixed, problem, act }: Props) {
  const [changing, setChanging] = useState(false);
  const ask = (value: string) => {
    setChanging(false);
    act({ name: 'answer', question: question.id, value });
  };
  if (answer !== undefined && !changing && !problem) {
    return <Answered question={question} answer={answer} fixed={fixed} onChange={setChanging} />;
  }
  return (
    <>
      <p class="next">{question.text}</p>
      {question.kind === 'choice' ? (
        <Choices question={question} onAnswer={ask} />
      ) : (
        <SignInName question={question} answer={answer ?? ''} problem={problem} onAnswer={ask} />
      )}
      <Fact icon="why">{question.why}</Fact>
    </>
  );
}

type AnsweredProps = Readonly<{
  question: Asked;
  answer: string;
  fixed: boolean;
  onChange: (changing: boolean) => void;
}>;

function Answered({ question, answer, fixed, onChange }: AnsweredProps) {
  const { say } = useSpeech();
  if (question.kind === 'sign-in-name') {
    return <NamedAccount answer={answer} fixed={fixed} onChange={onChange} />;
  }
  const label = question.choices.find((choice) => choice.value === answer)?.label ?? answer;
  const small = say(words(fixed ? 'question.by-policy' : 'question.by-you'));
  return (
    <>
      <Note tone="plain" icon="person" small={small}>
        <Said words={words('question.answered', { answer: label })} />
      </Note>
      {!fixed && (
        <div class="actions">
          <Button action="change-answer" onPress={() => onChange(true)}>
            {say(words('question.change'))}
          </Button>
        </div>
      )}
    </>
  );
}

/** The account is named on its step for good, so it takes one line and no note. */
function NamedAccount({ answer, fixed, onChange }: Omit<AnsweredProps, 'question'>) {
  const { say } = useSpeech();
  const small = (
    <>
      {say(words('question.account'))}{' '}
      {fixed ? (
        say(words('question.by-policy'))
      ) : (
        <button
          type="button"
          class="textlink"
          data-action="change-answer"
          onClick={() => onChange(true)}
        >
          {say(words('question.change'))}
        </button>
      )}
    </>
  );
  return (
    <Fact icon="person" small={small}>
      <bdi>{answer}</bdi>
    </Fact>
  );
}

type ChoicesProps = Readonly<{
  question: Extract<Asked, { kind: 'choice' }>;
  onAnswer: (value: string) => void;
}>;

function Choices({ question, onAnswer }: ChoicesProps) {
  return (
    <div class="actions">
      {question.choices.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          class="btn"
          data-action="answer"
          data-value={value}
          onClick={() => onAnswer(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
