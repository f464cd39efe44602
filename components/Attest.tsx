import type { Step } from '@/utils/domain/guide.ts';
import type { StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Button } from './Button.tsx';
import { Fact } from './Fact.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ step: Step; known: StepView; act: Act }>;

/** What the administrator would state, where Graph is blind. */
export function statementOf(
  step: Step,
): Readonly<{ statement: string; because: string }> | undefined {
  return step.known.by === 'admin' ? step.known : step.attestable;
}

/** Takes the administrator's word, in ink and with a person, so that it never looks like Graph's. */
export function Attest({ step, known, act }: Props) {
  const { say } = useSpeech();
  const offered = statementOf(step);
  if (known.attestation) {
    return (
      <div class="actions">
        <Button
          action="withdraw"
          icon="undo"
          onPress={() => act({ name: 'withdraw', stepId: step.id })}
        >
          {say(words('attest.withdraw'))}
        </Button>
      </div>
    );
  }
  if (!known.attestable || !offered) return null;
  return (
    <>
      <Fact icon="eyeOff" small={say(words('attest.counts'))}>
        {offered.because}
      </Fact>
      <div class="actions">
        <Button
          action="attest"
          icon="person"
          sentence
          onPress={() => act({ name: 'attest', stepId: step.id })}
        >
          {offered.statement}
        </Button>
      </div>
    </>
  );
}
