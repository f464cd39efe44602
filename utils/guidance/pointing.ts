import type { Guide, Step } from '../domain/guide.ts';
import type { Refusal } from '../domain/locator.ts';
import type { Portal } from '../domain/portal.ts';
import type { Guard, Pointing } from '../domain/view.ts';
import type { State, TabState } from '../state/stored.ts';
import { pagesOf } from './match-page.ts';
import { actionsHere, isAwaited, isOutOfSight, stepToPointAt } from './orders.ts';

/** Worst first: what the administrator can do something about goes before "not there". */
const TELLING: readonly Refusal[] = ['ambiguous', 'disabled', 'covered', 'hidden', 'absent'];

/** What the ring does in a tab, in terms the panel can say. */
export function pointingOf(
  state: State,
  tabId: number | undefined,
  scene: Readonly<{ guide: Guide; portals: readonly Portal[]; guard: Guard | undefined }>,
): Pointing {
  const tab = tabId === undefined ? undefined : state.session.tabs[tabId];
  const step = stepToPointAt(state, scene);
  if (!tab || !step || step.actions.length === 0) return { status: 'off' };
  const stepId = step.id;
  if (scene.guard) {
    const refusal = scene.guard.kind === 'wrong-tenant' ? 'other-page' : scene.guard.kind;
    return { status: 'not-pointing', stepId, refusal };
  }
  const meant = actionsHere(step, tab, state, scene.portals).map(({ id }) => id);
  const seen = fromReports(tab, stepId, meant);
  const isHere = concernsPage(step, tab, scene.portals);
  const waits = isHere && seen.status === 'not-pointing' && isAwaited(step, state);
  return waits ? { status: 'not-pointing', stepId, refusal: 'awaited' } : seen;
}

function concernsPage(step: Step, { frames }: TabState, portals: readonly Portal[]): boolean {
  const here = pagesOf(frames[0]?.url ?? '', portals);
  return step.actions.some(({ page }) => here.includes(page));
}

/** @param meant Ids of the actions a report may be about; an older one may be about others. */
function fromReports(tab: TabState, stepId: string, meant: readonly string[]): Pointing {
  const isMeant = ({ actionId }: Readonly<{ actionId: string }>) => meant.includes(actionId);
  const reports = Object.entries(tab.frames).flatMap(([id, { report }]) =>
    report?.visible && !isOutOfSight(tab, Number(id)) ? [report] : [],
  );
  const claims = reports.flatMap(({ pointing }) => (pointing ? [pointing] : [])).filter(isMeant);
  const [only, other] = claims;
  if (only && other) return { status: 'not-pointing', stepId, refusal: 'ambiguous' };
  if (only) {
    return { status: 'pointing', stepId, actionId: only.actionId, inView: only.inView };
  }
  const missing = reports.flatMap(({ sightings }) => sightings).filter(isMeant);
  if (missing.length === 0) return { status: 'not-pointing', stepId, refusal: 'other-page' };
  for (const refusal of TELLING) {
    const match = missing.find(
      ({ sighting }) => sighting.status === 'missing' && sighting.refusal === refusal,
    );
    if (match) return { status: 'not-pointing', stepId, actionId: match.actionId, refusal };
  }
  return { status: 'looking', stepId };
}
