import type { Step } from '@/utils/domain/guide.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { offersPage, type Primary, primaryOf, remedyOf } from './card-plan.ts';
import { evidenceText } from './evidence-text.ts';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView; step: Step; known: StepView; act: Act }>;

/** The buttons of the open card: one is primary at most, and each says what happens. */
export function StepActions(props: Props) {
  const primary = primaryOf(props.step, props.known, props.view);
  return (
    <div class="actions">
      <RemedyButton {...props} primary={primary} />
      <PointingButtons {...props} primary={primary} />
      <PageButtons {...props} primary={primary} />
    </div>
  );
}

type PartProps = Props & Readonly<{ primary: Primary | undefined }>;

function kind(primary: Primary | undefined, own: Primary): 'primary' | 'plain' {
  return primary === own ? 'primary' : 'plain';
}

function RemedyButton({ step, known, act, primary }: PartProps) {
  const { say } = useSpeech();
  switch (remedyOf(known)) {
    case 'sign-in':
      return (
        <Button action="sign-in" onPress={() => act({ name: 'sign-in' })}>
          {say(words('sign-in.button'))}
        </Button>
      );
    case 'grant':
      return (
        <Button
          action="grant"
          icon="key"
          kind={kind(primary, 'remedy')}
          onPress={() => act({ name: 'grant', stepId: step.id })}
        >
          {say(words('grant.button'))}
        </Button>
      );
    case 'copy-support':
      return (
        <CopyButton
          action="copy-support"
          kind={kind(primary, 'remedy')}
          label={say(words('support.copy'))}
          text={evidenceText(step.title, known, say)}
        />
      );
    default:
      return null;
  }
}

/** For the control the ring stands at: scroll to it, or put the keyboard there. Both on request. */
function PointingButtons({ view, step, act, primary }: PartProps) {
  const { say } = useSpeech();
  const { pointing } = view;
  if (pointing.status !== 'pointing' || pointing.stepId !== step.id) return null;
  if (!pointing.inView) {
    return (
      <Button
        action="bring-into-view"
        icon="target"
        kind={kind(primary, 'bring-into-view')}
        onPress={() => act({ name: 'bring-into-view' })}
      >
        {say(words('pointing.bring-into-view'))}
      </Button>
    );
  }
  return (
    <Button action="focus-target" icon="keyboard" onPress={() => act({ name: 'focus-target' })}>
      {say(words('pointing.focus'))}
    </Button>
  );
}

function PageButtons({ step, known, act, primary }: PartProps) {
  const { say } = useSpeech();
  if (!offersPage(known)) return null;
  const stepId = step.id;
  return (
    <>
      {step.actor === 'integration-account' && known.handOff && (
        <CopyButton
          action="copy-link"
          kind={kind(primary, 'hand-off')}
          label={say(words('hand-off.copy'))}
          text={known.handOff}
        />
      )}
      {known.showable && known.state !== 'done' && (
        <Button
          action="show-me"
          icon="target"
          kind={kind(primary, 'show-me')}
          onPress={() => act({ name: 'show-me', stepId })}
        >
          {say(words('page.show-me'))}
        </Button>
      )}
      {known.openable && (
        <Button
          action="open-page"
          icon="open"
          flip
          kind={primary === 'open-page' || remedyOf(known) === 'right-tenant' ? 'primary' : 'plain'}
          onPress={() => act({ name: 'open-page', stepId })}
        >
          {say(words('page.open'))}
        </Button>
      )}
    </>
  );
}
