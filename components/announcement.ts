import type { Guide } from '@/utils/domain/guide.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Say } from '@/utils/i18n/say-from.ts';
import { isPasswordOnShow, refusalWords } from './card-plan.ts';
import { markOf } from './Mark.tsx';

/**
 * What a screen reader is told when one view follows another: each change once, in one go, the
 * gravest first. Nothing for a view that reads the same.
 */
export function announcement(
  before: PanelView | undefined,
  after: PanelView,
  guide: Guide,
  say: Say,
): string {
  if (!before) return '';
  const parts = [
    ...banners(before, after, say),
    ...verdicts(before, after, guide, say),
    ...pointings(before, after, guide, say),
    ...tellings(before, after, say),
    ...(after.busy && !before.busy ? [say(words('check.began'))] : []),
    ...(before.busy && !after.busy ? [say(words('check.ended'))] : []),
    ...(after.finished && !before.finished ? [say(words('finish.title'))] : []),
  ];
  return parts.join(' ');
}

function banners(before: PanelView, after: PanelView, say: Say): string[] {
  const { guard, signInProblem, notice } = after;
  return [
    ...(guard && guard.kind !== before.guard?.kind ? [say(words(`guard.${guard.kind}`))] : []),
    ...(isPasswordOnShow(after) && !isPasswordOnShow(before) ? [say(words('password.title'))] : []),
    ...(signInProblem && signInProblem.id !== before.signInProblem?.id ? [say(signInProblem)] : []),
    ...(notice && notice.id !== before.notice?.id ? [say(notice)] : []),
    ...(after.offline && !before.offline ? [say(words('offline.title'))] : []),
  ];
}

function verdicts(before: PanelView, after: PanelView, guide: Guide, say: Say): string[] {
  const earlier = new Map(before.steps.map((step) => [step.id, markOf(step)]));
  const changed = after.steps.filter((step) => earlier.get(step.id) !== markOf(step));
  if (changed.length > 3) return [say(words('check.changed', { count: changed.length }))];
  const title = (step: StepView) => guide.steps.find(({ id }) => id === step.id)?.title ?? step.id;
  const state = (step: StepView) => {
    const mark = markOf(step);
    return say(words(step.state === 'done' ? `state.long.${mark}` : `state.${mark}`));
  };
  return changed.map((step) => `${title(step)}: ${state(step)}.`);
}

/** The switch for a notification; at the end of a wait it goes off by itself and nothing is said. */
function tellings(before: PanelView, after: PanelView, say: Say): string[] {
  if (after.tellsOf === before.tellsOf) return [];
  if (after.tellsOf) return [say(words('tell.on'))];
  const isWaiting = after.steps.some(({ id, wait }) => id === before.tellsOf && wait);
  return isWaiting ? [say(words('tell.off'))] : [];
}

/** What the ring points at now, or why it points at nothing; while it looks there is nothing to say. */
function pointings(before: PanelView, after: PanelView, guide: Guide, say: Say): string[] {
  const said = spoken(after, guide, say);
  return said && said !== spoken(before, guide, say) ? [said] : [];
}

function spoken({ pointing }: PanelView, guide: Guide, say: Say): string | undefined {
  if (pointing.status === 'off' || pointing.status === 'looking') return undefined;
  const step = guide.steps.find(({ id }) => id === pointing.stepId);
  if (pointing.status === 'not-pointing') return say(refusalWords(step, pointing));
  const action = step?.actions.find(({ id }) => id === pointing.actionId);
  const where = say(words(pointing.inView ? 'pointing.here' : 'pointing.out-of-view'));
  return `${where} ${action?.say.replace(/[[\]]/g, '') ?? ''}`.trim();
}
