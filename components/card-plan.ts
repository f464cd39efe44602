import type { Question, Step } from '@/utils/domain/guide.ts';
import { isUnchecked } from '@/utils/domain/step-state.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { REMEDIES, type RemedyAction } from './remedies.ts';

/** The sentence the open card leads with. A text of the guide, or words of a verdict. */
export function nextOf(step: Step, known: StepView): string | Words | undefined {
  if (known.state === 'done' || known.state === 'not-applicable') return undefined;
  if (known.state === 'in-progress' && known.wait) return known.summary ?? step.next;
  const remedy = remedyOf(known);
  if (remedy === 'ask') return words('ask.next');
  if (remedy && !['by-hand', 'check-now', 'sign-in'].includes(remedy)) return undefined;
  return known.fix ?? step.next;
}

/** The one way out of "can't tell"; none in any other state. */
export function remedyOf(known: StepView): RemedyAction | undefined {
  return known.state === 'cannot-tell' && known.reason ? REMEDIES[known.reason].action : undefined;
}

/** Which button of the card is the primary one; at most one, and none while a banner has it. */
export type Primary = 'remedy' | 'bring-into-view' | 'hand-off' | 'show-me' | 'open-page';

export function primaryOf(step: Step, known: StepView, view: PanelView): Primary | undefined {
  const spokenFor = view.guard !== undefined || view.signIn.status !== 'signed-in';
  if (spokenFor || !offersPage(known) || known.state === 'done') return undefined;
  const remedy = remedyOf(known);
  if (remedy && ['grant', 'ask', 'copy-support', 'right-tenant'].includes(remedy)) return 'remedy';
  return pointingPrimary(step, known, view) ?? pagePrimary(known, view);
}

function pointingPrimary(step: Step, known: StepView, view: PanelView): Primary | undefined {
  const { pointing } = view;
  const here = pointing.status === 'pointing' && pointing.stepId === step.id;
  if (here && !pointing.inView) return 'bring-into-view';
  return step.actor === 'integration-account' && known.handOff && !here ? 'hand-off' : undefined;
}

function pagePrimary(known: StepView, view: PanelView): Primary | undefined {
  if (known.showable && view.surface.kind === 'docked') return 'show-me';
  if (known.openable) return 'open-page';
  return known.showable ? 'show-me' : undefined;
}

/** The controls of a step are offered: it has some, and pressing them can do good. */
export function offersPage(known: StepView): boolean {
  return known.state !== 'not-applicable' && !(known.state === 'in-progress' && known.wait);
}

/** Said when the guide itself makes a step needless and no check was asked. */
export function needlessWords(known: StepView): Words | undefined {
  return known.state === 'not-applicable' && !known.summary && !isUnchecked(known)
    ? words('verdict.not-applicable')
    : undefined;
}

/** A notice about an answer is said beside its field, not above the steps. */
export function isAboutAnswer(notice: Words | undefined, question?: Question['id']): boolean {
  const ids = question ? [question] : ['partnerTier', 'integrationAccount'];
  return ids.some((id) => notice?.id === `notice.${id}`);
}

/** The page beside the panel shows a password that somebody who works with the guide has to note. */
export function isPasswordOnShow({ showsPassword, started, guard }: PanelView): boolean {
  return showsPassword === true && started && guard?.kind !== 'wrong-tenant';
}
