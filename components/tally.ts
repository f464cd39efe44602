import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { type Words, words } from '@/utils/domain/words.ts';

type Counts = Readonly<{ graph: number; admin: number; needless: number; toGo: number }>;

/** How many steps who has settled. Graph's and the administrator's are never added up. */
export function countsOf(steps: readonly StepView[]): Counts {
  const count = (test: (step: StepView) => boolean) => steps.filter(test).length;
  const graph = count((step) => step.state === 'done' && step.by === 'graph');
  const admin = count((step) => step.state === 'done' && step.by !== 'graph');
  const needless = count((step) => step.state === 'not-applicable');
  return { graph, admin, needless, toGo: steps.length - graph - admin - needless };
}

/** The tally under the blazes, part by part. */
export function tallyOf(view: PanelView): readonly Words[] {
  if (view.busy && !view.checkedAt) return [words('tally.first-check')];
  const { graph, admin, needless, toGo } = countsOf(view.steps);
  if (view.signIn.status !== 'signed-in' && graph === 0) return [words('tally.signed-out')];
  return [
    words('tally.graph', { count: graph }),
    ...(admin > 0 ? [words('tally.admin', { count: admin })] : []),
    ...(toGo > 0 ? [words('tally.to-go', { count: toGo })] : []),
    ...(needless > 0 ? [words('tally.needless', { count: needless })] : []),
  ];
}
