import { shownState } from '@/utils/domain/step-state.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { useSpeech } from './speech.ts';
import { tallyOf } from './tally.ts';

type BlazeKind = 'graph' | 'admin' | 'na' | 'regressed' | 'wait' | 'open';

function kindOf(step: StepView): BlazeKind {
  switch (shownState(step)) {
    case 'done':
      return step.by === 'graph' ? 'graph' : 'admin';
    case 'not-applicable':
      return 'na';
    case 'regressed':
      return 'regressed';
    case 'in-progress':
      return 'wait';
    default:
      return 'open';
  }
}

/** One blaze a step: how far the proof goes, at a glance; and the same in words. */
export function Blazes({ view }: Readonly<{ view: PanelView }>) {
  const { say } = useSpeech();
  const tally = tallyOf(view)
    .map((part) => say(part))
    .join(' · ');
  return (
    <div class="progress">
      <div class="blazes" role="img" aria-label={`${say(words('progress.name'))}: ${tally}`}>
        {view.steps.map((step) => (
          <span
            key={step.id}
            class={`blaze ${kindOf(step)} ${step.id === view.currentStepId ? 'here' : ''}`}
          />
        ))}
      </div>
      <p class="tally">{tally}</p>
    </div>
  );
}
