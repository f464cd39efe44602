import type { Question, Step } from '@/utils/domain/guide.ts';
import { isUnchecked } from '@/utils/domain/step-state.ts';
import type { PanelView, Pointing, StepView } from '@/utils/domain/view.ts';
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

export function kindOf(primary: Primary | undefined, own: Primary): 'primary' | 'plain' {
  return primary === own ? 'primary' : 'plain';
}

export function primaryOf(step: Step, known: StepView, view: PanelView): Primary | undefined {
  const spokenFor = view.guard !== undefined || view.signIn.status !== 'signed-in';
  if (spokenFor || !offersPage(known) || known.state === 'done') return undefined;
  const remedy = remedyOf(known);
  if (remedy && ['grant', 'ask', 'copy-support', 'right-tenant'].includes(remedy)) return 'remedy';
  return pointingPrimary(step, known, view) ?? pagePrimary(step, known, view);
}

function pointingPrimary(step: Step, known: StepView, view: PanelView): Primary | undefined {
  if (isOutOfView(step, view)) return 'bring-into-view';
  const here = view.pointing.status === 'pointing' && view.pointing.stepId === step.id;
  return step.actor === 'integration-account' && known.handOff && !here ? 'hand-off' : undefined;
}

function pagePrimary(step: Step, known: StepView, view: PanelView): Primary | undefined {
  const buttons = pageButtonsOf(step, known, view);
  const first = view.surface.kind === 'docked' ? 'show-me' : 'open-page';
  return buttons.includes(first) ? first : buttons[0];
}

/** The ring stands on this page, where the reader cannot see it. */
export function isOutOfView(step: Step, { pointing }: PanelView): boolean {
  return pointing.status === 'pointing' && pointing.stepId === step.id && !pointing.inView;
}

/**
 * The buttons that lead to a step's control and to its page. Scrolling to a control that is out of
 * view has a button of its own, and "show me" would do no more.
 */
export function pageButtonsOf(
  step: Step,
  known: StepView,
  view: PanelView,
): readonly ('show-me' | 'open-page')[] {
  if (!offersPage(known) || !isOwnWindow(step, view)) return [];
  const isShowable = known.showable && known.state !== 'done' && !isOutOfView(step, view);
  return [
    ...(isShowable ? (['show-me'] as const) : []),
    ...(known.openable ? (['open-page'] as const) : []),
  ];
}

/** Its page can be opened, and no control on it is ever pointed at: the reader only looks there. */
export function hasNoRing(step: Step, known: StepView, view: PanelView): boolean {
  return !known.showable && pageButtonsOf(step, known, view).includes('open-page');
}

/**
 * What the integration account does belongs in a window of its own. Whoever is signed in to Waymark
 * is somebody else, and is sent to no page of that step that is not on show already.
 */
function isOwnWindow(step: Step, { signIn, guard, pointing }: PanelView): boolean {
  if (step.actor === 'admin' || signIn.status !== 'signed-in') return true;
  if (guard || pointing.status === 'off' || pointing.stepId !== step.id) return false;
  return !isElsewhere(pointing);
}

function isElsewhere(pointing: Pointing): boolean {
  return pointing.status === 'not-pointing' && pointing.refusal === 'other-page';
}

/** Why the ring stands nowhere; a step of the integration account is not opened from here. */
export function refusalWords(
  step: Step | undefined,
  pointing: Extract<Pointing, { status: 'not-pointing' }>,
): Words {
  const belongsThere = step?.actor === 'integration-account' && isElsewhere(pointing);
  return words(belongsThere ? 'pointing.other-window' : `pointing.${pointing.refusal}`);
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
