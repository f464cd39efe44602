import type { Guide } from '../domain/guide.ts';
import type { ChipView } from '../domain/orders.ts';
import { shownState } from '../domain/step-state.ts';
import type { PanelView, StepView } from '../domain/view.ts';
import { words } from '../domain/words.ts';
import type { Say } from '../i18n/say-from.ts';

/** What the slim tab at the edge of a portal says about the guide. */
export function chipOf(view: PanelView, guide: Guide, say: Say): ChipView {
  const total = view.steps.length;
  const index = view.steps.findIndex(({ id }) => id === view.currentStepId);
  const current = view.steps[index];
  const trail = view.steps.map(letterOf).join('');
  if (view.finished) {
    return { label: say(words('chip.finished', { total })), text: '', mark: 'done', trail };
  }
  if (!view.started || !current) {
    return { label: say(words('chip.open')), text: '', mark: 'none', trail };
  }
  const label = say(
    words('chip.open-step', {
      number: index + 1,
      total,
      title: guide.steps[index]?.title ?? '',
      state: say(words(`chip.state.${shownState(current)}`)),
    }),
  );
  return { label, text: `${index + 1}/${total}`, mark: markOf(current), trail };
}

function letterOf(step: StepView): string {
  if (step.state === 'done') return step.by === 'graph' ? 'g' : 'y';
  if (step.state === 'regressed') return 'r';
  return shownState(step) === 'in-progress' ? 'w' : '-';
}

function markOf(step: StepView): ChipView['mark'] {
  const state = shownState(step);
  return state === 'not-applicable' ? 'none' : state;
}
