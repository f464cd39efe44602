import type { Step } from '@/utils/domain/guide.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { kindOf, offersPage, type Primary, pageButtonsOf } from './card-plan.ts';
import { useSpeech } from './speech.ts';

type Props = Readonly<{
  view: PanelView;
  step: Step;
  known: StepView;
  act: Act;
  primary: Primary | undefined;
}>;

/** The ways to the step's control and page, or to the window it belongs in. */
export function PageButtons({ view, step, known, act, primary }: Props) {
  const { say } = useSpeech();
  if (!offersPage(known)) return null;
  const stepId = step.id;
  const buttons = pageButtonsOf(step, known, view);
  return (
    <>
      {step.actor === 'integration-account' && known.handOff && !view.guard && (
        <CopyButton
          action="copy-link"
          kind={kindOf(primary, 'hand-off')}
          label={say(words('hand-off.copy'))}
          text={known.handOff}
        />
      )}
      {buttons.includes('show-me') && (
        <Button
          action="show-me"
          icon="target"
          kind={kindOf(primary, 'show-me')}
          onPress={() => act({ name: 'show-me', stepId })}
        >
          {say(words('page.show-me'))}
        </Button>
      )}
      {buttons.includes('open-page') && (
        <Button
          action="open-page"
          icon="open"
          flip
          kind={kindOf(primary, 'open-page')}
          onPress={() => act({ name: 'open-page', stepId })}
        >
          {say(words('page.open'))}
        </Button>
      )}
    </>
  );
}
