import type { Step } from '@/utils/domain/guide.ts';
import { isUnchecked } from '@/utils/domain/step-state.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Icon } from './Icon.tsx';
import { Mark, markOf } from './Mark.tsx';
import { StepCard } from './StepCard.tsx';
import { useSpeech } from './speech.ts';
import { Title } from './Title.tsx';

type Props = Readonly<{
  view: PanelView;
  /** The guide's words for this step. */
  step: Step;
  known: StepView;
  /** The step the guide stands at. */
  current: boolean;
  /** Its card is shown. */
  open: boolean;
  /** It lies ahead of the current step. */
  ahead: boolean;
  act: Act;
  onToggle: () => void;
}>;

/** One step in the list: a row that opens, and its card. */
export function StepItem(props: Props) {
  const { step, known, current, open } = props;
  const quiet = isUnchecked(known);
  const settled = known.state === 'done' || known.state === 'not-applicable';
  const classes = ['step', open ? 'open' : '', quiet ? 'later' : '', settled ? 'settled' : ''];
  return (
    <li
      class={classes.filter(Boolean).join(' ')}
      data-step={step.id}
      data-state={known.state}
      data-by={known.by}
      data-reason={known.reason}
      aria-current={current ? 'step' : undefined}
    >
      <h2 class="row-title">
        <button
          type="button"
          class="row"
          data-action="open-step"
          aria-expanded={open}
          aria-controls={`card-${step.id}`}
          onClick={props.onToggle}
        >
          <Mark name={markOf(known)} />
          <Title text={step.title} />
          <StateWord known={known} ahead={props.ahead} />
        </button>
      </h2>
      <div id={`card-${step.id}`} class="card" hidden={!open}>
        {open && <StepCard {...props} />}
      </div>
    </li>
  );
}

function StateWord({ known, ahead }: Readonly<{ known: StepView; ahead: boolean }>) {
  const { say } = useSpeech();
  const mark = markOf(known);
  if (known.state !== 'done') {
    const id = mark === 'not-done' && ahead ? 'state.ahead' : `state.${mark}`;
    return <span class="word">{say(words(id))}</span>;
  }
  const long = say(words(`state.long.${mark}`));
  return (
    <span class="word" title={long}>
      <Icon name={known.by === 'graph' ? 'shield' : 'person'} />
      <span aria-hidden="true">{say(words(`state.${mark}`))}</span>
      <span class="vh">{long}</span>
    </span>
  );
}
