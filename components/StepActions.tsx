import type { Step } from '@/utils/domain/guide.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { CopyEvidence } from './CopyEvidence.tsx';
import { isOutOfView, kindOf, type Primary, primaryOf, remedyOf } from './card-plan.ts';
import { PageButtons } from './PageButtons.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView; step: Step; known: StepView; act: Act }>;

/** The buttons of the open card: one is primary at most, and each says what happens. */
export function StepActions(props: Props) {
  const primary = primaryOf(props.step, props.known, props.view);
  return (
    <div class="actions">
      <RemedyButton {...props} primary={primary} />
      <OutOfView {...props} primary={primary} />
      <PageButtons {...props} primary={primary} />
      <AtTarget {...props} primary={primary} />
      <PointsWrong {...props} primary={primary} />
    </div>
  );
}

type PartProps = Props & Readonly<{ primary: Primary | undefined }>;

function RemedyButton({ view, step, known, act, primary }: PartProps) {
  const { say } = useSpeech();
  switch (remedyOf(known)) {
    case 'grant':
      return (
        <Button
          action="grant"
          icon="key"
          kind={kindOf(primary, 'remedy')}
          onPress={() => act({ name: 'grant', stepId: step.id })}
        >
          {say(words('grant.button'))}
        </Button>
      );
    case 'right-tenant':
      return (
        <Button
          action="sign-in"
          icon="person"
          kind={kindOf(primary, 'remedy')}
          onPress={() => act({ name: 'sign-in' })}
        >
          {say(words('sign-in.other-tenant'))}
        </Button>
      );
    case 'copy-support':
      return (
        <CopyEvidence
          action="copy-support"
          kind={kindOf(primary, 'remedy')}
          label={say(words('support.copy'))}
          title={step.title}
          known={known}
          view={view}
        />
      );
    default:
      return null;
  }
}

function isAt({ view, step }: PartProps): boolean {
  return view.pointing.status === 'pointing' && view.pointing.stepId === step.id;
}

/** Scrolls to the control, on request only. */
function OutOfView(props: PartProps) {
  const { say } = useSpeech();
  if (!isOutOfView(props.step, props.view)) return null;
  return (
    <Button
      action="bring-into-view"
      icon="target"
      kind={kindOf(props.primary, 'bring-into-view')}
      onPress={() => props.act({ name: 'bring-into-view' })}
    >
      {say(words('pointing.bring-into-view'))}
    </Button>
  );
}

/** Puts the keyboard on the control the ring stands at, on request only. */
function AtTarget(props: PartProps) {
  const { say } = useSpeech();
  if (!isAt(props)) return null;
  return (
    <Button
      action="focus-target"
      icon="keyboard"
      kind="quiet"
      onPress={() => props.act({ name: 'focus-target' })}
    >
      {say(words('pointing.focus'))}
    </Button>
  );
}

/** What a maintainer needs to repair it, for the administrator to pass on; nothing is sent. */
function PointsWrong({ view, step }: PartProps) {
  const { say } = useSpeech();
  const { pointing, pointingReport } = view;
  if (!pointingReport || pointing.status === 'off' || pointing.stepId !== step.id) return null;
  return (
    <CopyButton
      action="copy-pointing"
      label={say(words('pointing.wrong'))}
      text={pointingReport}
      kind="quiet"
    />
  );
}
