import type { Step } from '@/utils/domain/guide.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { hasNoRing, refusalWords } from './card-plan.ts';
import { Fact } from './Fact.tsx';
import { useGuide } from './guide-context.ts';
import { Marked, Said } from './Said.tsx';

type Props = Readonly<{ view: PanelView; step: Step; known: StepView }>;

/** Where, as whom and in which window, and why. */
export function StepFacts({ view, step, known }: Props) {
  const settled = known.state === 'done' || known.state === 'not-applicable';
  return (
    <div class="facts">
      {!settled && !known.wait && (
        <>
          <Where view={view} step={step} />
          <Who view={view} step={step} />
        </>
      )}
      {hasNoRing(step, known, view) && (
        <Fact icon="target">
          <Said words={words('pointing.nothing-to-press')} />
        </Fact>
      )}
      <Fact icon="why">
        <Marked text={step.why} />
      </Fact>
      {known.notes.map((note) => (
        <Fact key={note.id} icon="info">
          <Said words={note} />
        </Fact>
      ))}
      {known.wait && <Afterwards step={step} />}
    </div>
  );
}

function Where({ view, step }: Readonly<{ view: PanelView; step: Step }>) {
  return (
    <Fact icon="pin" small={<PointingLine view={view} step={step} />}>
      <Marked text={step.where} />
    </Fact>
  );
}

/** Whether the ring stands somewhere on this page, and if not, why not. */
function PointingLine({ view, step }: Readonly<{ view: PanelView; step: Step }>) {
  const { pointing } = view;
  if (pointing.status === 'off' || pointing.stepId !== step.id) return null;
  if (pointing.status === 'looking') return <Said words={words('pointing.looking')} />;
  if (pointing.status === 'not-pointing') {
    return <Said words={refusalWords(step, pointing)} />;
  }
  const action = step.actions.find((one) => one.id === pointing.actionId);
  const id = pointing.inView ? 'pointing.here' : 'pointing.out-of-view';
  return (
    <>
      <Said words={words(id)} /> {action && <Marked text={action.say} />}
    </>
  );
}

function Who({ view, step }: Readonly<{ view: PanelView; step: Step }>) {
  if (step.actor === 'integration-account') {
    const account = view.answers.integrationAccount;
    return (
      <Fact icon="privateWindow" small={account && <bdi>{account}</bdi>}>
        <Said words={words('actor.integration-account')} />
      </Fact>
    );
  }
  if (!step.page) return null;
  const { signIn } = view;
  return (
    <Fact icon="window" small={signIn.status === 'signed-in' && <bdi>{signIn.username}</bdi>}>
      <Said words={words('actor.admin')} />
    </Fact>
  );
}

/** While there is nothing to do: what comes next. */
function Afterwards({ step }: Readonly<{ step: Step }>) {
  const { steps } = useGuide();
  const next = steps[steps.findIndex((one) => one.id === step.id) + 1];
  if (!next) return null;
  return (
    <Fact icon="arrowRight" flip>
      <Said words={words('wait.next', { title: next.title })} />
    </Fact>
  );
}
