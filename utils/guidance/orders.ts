import type { Action, Guide, Step } from '../domain/guide.ts';
import type { LocalAction, Orders, PanelOrders } from '../domain/orders.ts';
import type { Portal } from '../domain/portal.ts';
import { openQuestionOf } from '../domain/question-of.ts';
import type { Settings } from '../policy/settings.ts';
import { type FrameState, type State, type TabState, tenantOf } from '../state/stored.ts';
import { currentStep, fixPage, stateOf } from './current-step.ts';
import { guardOf } from './guard.ts';
import { localise, type PortalLabels } from './localise.ts';
import { pageById, pagesOf } from './match-page.ts';

/** What the orders of a frame are computed from, besides the state. */
export type Scene = Readonly<{
  guide: Guide;
  portals: readonly Portal[];
  settings: Settings;
  labels: (language: string) => PortalLabels;
  /** The reader's words for an action's label and for "out of view". */
  say: (step: Step, actionId: string) => Readonly<{ say: string; sayOutOfView: string }>;
  direction: 'ltr' | 'rtl';
  /** The panel's part, for a top frame. */
  panel: (tabId: number) => PanelOrders;
  /** SHA-256 (hex) of the lower-case sign-in name of the integration account. */
  accountDigest?: string;
}>;

/**
 * What one frame of one tab is to do. Pure: the same state gives the same orders, and `revision`
 * is a digest of them, so that orders which change nothing are recognised.
 */
export function ordersFor(state: State, tabId: number, frameId: number, scene: Scene): Orders {
  const tab = state.session.tabs[tabId];
  const frame = tab?.frames[frameId];
  const step = stepToPointAt(state, scene);
  const actions = tab && frame && step ? actionsOf(step, tab, frameId, state, scene) : [];
  const expectAccount =
    step?.actor === 'integration-account' && frameId === 0 ? scene.accountDigest : undefined;
  const orders = {
    actions,
    draw: actions.length > 0 && mayDraw(state, tabId, frameId, scene),
    direction: scene.direction,
    ...(frameId === 0 ? { panel: scene.panel(tabId) } : {}),
    ...(frameId === 0 && tab && step && looksIntoFrames(step, tab, state, scene)
      ? { frames: true as const }
      : {}),
    ...(expectAccount && actions.length > 0 ? { expectAccount } : {}),
  };
  return { ...orders, revision: digest(JSON.stringify(orders)) };
}

/**
 * The step whose controls may be ringed now: none before the guide is started, and none while the
 * step asks a question. A form must not be begun before it is known what belongs in it, nor again
 * for a step that was opened only to be read: done, or needless.
 */
export function stepToPointAt({ local }: State, { guide }: Pick<Scene, 'guide'>): Step | undefined {
  const { answers, progress } = tenantOf(local);
  if (!local.started) return undefined;
  const step = currentStep(guide, answers, progress, local.openStepId);
  if (!step || openQuestionOf(guide, step, answers)) return undefined;
  const { state } = stateOf(step, answers, progress[step.id]);
  return state === 'done' || state === 'not-applicable' ? undefined : step;
}

function actionsOf(
  step: Step,
  tab: TabState,
  frameId: number,
  state: State,
  scene: Scene,
): LocalAction[] {
  const frame = tab.frames[frameId];
  if (!frame) return [];
  const { answers } = tenantOf(state.local);
  return actionsHere(step, tab, state, scene.portals)
    .filter((action) => {
      const { page } = pageById(action.page, scene.portals);
      return page.frame ? frame.name.includes(page.frame) : frameId === 0;
    })
    .map((action) =>
      localise(action, scene.labels(frame.language), answers, scene.say(step, action.id)),
    );
}

function looksIntoFrames(step: Step, tab: TabState, state: State, { portals }: Scene): boolean {
  return actionsHere(step, tab, state, portals).some(
    ({ page }) => pageById(page, portals).page.frame !== undefined,
  );
}

/** Whether the top frame has said that one of its child frames cannot be seen. */
export function isOutOfSight({ frames }: TabState, frameId: number): boolean {
  return frames[0]?.hidden?.includes(frames[frameId]?.place ?? -1) ?? false;
}

/**
 * The actions of a step that may be pointed at on the page a tab shows: on the one page a verdict
 * sends the reader to (some only there), and, while a change that was sent is waited for, only what
 * comes after it.
 */
export function actionsHere(
  step: Step,
  tab: TabState,
  state: State,
  portals: readonly Portal[],
): readonly Action[] {
  const { progress } = tenantOf(state.local);
  const here = pagesOf(tab.frames[0]?.url ?? '', portals);
  const only = fixPage(progress[step.id]);
  const waits = isAwaited(step, state);
  return step.actions.filter(
    ({ page, afterCommit = false, onlyAsFix = false }) =>
      here.includes(page) && (only ? page === only : !onlyAsFix) && (!waits || afterCommit),
  );
}

/** So long a verdict that cannot tell is taken for a change on its way; the directory's own limit. */
const DOUBT_MS = 5 * 60_000;

/**
 * A change was sent, or may have been, and has not been judged yet or is on its way. Where one could
 * tell before and cannot after it, the tenant's answers may not agree yet: that judges nothing.
 */
export function isAwaited({ id }: Step, { local, session }: State): boolean {
  const { progress, watched } = tenantOf(local);
  const { outcome, checkedAt = '', lastKnown } = progress[id] ?? {};
  if (outcome?.status === 'in-progress' && outcome.expectedBy) return true;
  const isDoubt = outcome?.status === 'cannot-tell' && lastKnown !== undefined;
  const judgedMs = Date.parse(checkedAt || '1970') - (isDoubt ? DOUBT_MS : 0);
  const sentAt = [watched.actionAt?.[id], session.left?.[id]];
  return sentAt.some((at) => at !== undefined && Date.parse(at) > judgedMs);
}

/** Strict: with a doubt about tenant, account or frame nothing is drawn. */
function mayDraw(state: State, tabId: number, frameId: number, scene: Scene): boolean {
  if (guardOf(state, tabId, scene)) return false;
  const tab = state.session.tabs[tabId];
  const claims = claimants(state, tabId, scene);
  if (tab && isOutOfSight(tab, frameId)) return false;
  return claims.length === 0 || (claims.length === 1 && claims[0] === frameId);
}

/**
 * Frames of a tab that can be seen and point at something. A report may be older than the step or
 * the page: a frame that has nothing to do any more says no more, so what it said is passed over.
 */
export function claimants(
  state: State,
  tabId: number | undefined,
  scene: Pick<Scene, 'guide' | 'portals'>,
): number[] {
  const tab = tabId === undefined ? undefined : state.session.tabs[tabId];
  const step = stepToPointAt(state, scene);
  if (!tab || !step) return [];
  const meant = actionsHere(step, tab, state, scene.portals).map(({ id }) => id);
  const isClaim = ({ report }: FrameState) =>
    report?.visible && meant.includes(report.pointing?.actionId ?? '');
  return Object.entries(tab.frames)
    .filter(([id, frame]) => isClaim(frame) && !isOutOfSight(tab, Number(id)))
    .map(([id]) => Number(id));
}

/** FNV-1a, 32 bit: tells two orders apart, and is no secret. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
