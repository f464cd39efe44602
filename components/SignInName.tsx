import { useState } from 'preact/hooks';
import type { Question } from '@/utils/domain/guide.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { Said } from './Said.tsx';
import { useSpeech } from './speech.ts';

type NameProps = Readonly<{
  question: Extract<Question, { kind: 'sign-in-name' }>;
  answer: string;
  problem: Words | undefined;
  onAnswer: (value: string) => void;
}>;

/** Asks for a sign-in name; why the last one was not taken stands under the field. */
export function SignInName({ question, answer, problem, onAnswer }: NameProps) {
  const { say } = useSpeech();
  const [value, setValue] = useState(answer);
  const id = `question-${question.id}`;
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim()) onAnswer(value.trim());
      }}
    >
      <label for={id}>{say(words('question.sign-in-name'))}</label>
      <input
        id={id}
        type="text"
        inputMode="email"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        maxLength={113}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem ? 'true' : undefined}
        value={value}
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      <small id={`${id}-hint`} class={problem ? 'error' : ''}>
        {problem ? <Said words={problem} /> : question.hint}
      </small>
      <div class="actions">
        <button type="submit" class="btn primary" data-action="answer">
          {say(words('question.save'))}
        </button>
      </div>
    </form>
  );
}
