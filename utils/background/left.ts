import { guardOf } from '../guidance/guard.ts';
import { claimants, stepToPointAt } from '../guidance/orders.ts';
import type { State } from '../state/stored.ts';
import { AFTER_USE_MS, looksOf, withLooks } from './appointments.ts';
import { type Background, isoAt } from './background.ts';

type Scene = Pick<Background, 'guide' | 'portals' | 'clock'>;

/** The document of a tab that points at the control which sends a step's change. */
type Sending = Readonly<{ stepId: string; frameId: number; documentId: string | undefined }>;

/**
 * Notes that a document went away while it pointed at the control that sends a step's change. Its
 * word of the use may have gone with it: a message to a worker that is only just waking is lost
 * when the frame that sent it closes. Until the tenant has been looked at, nothing is pointed at,
 * or the ring would ask for the change a second time.
 *
 * @param before The state until now.
 * @param after The same with the document gone or replaced, or with another page above it.
 */
export function withLeft(before: State, after: State, tabId: number, scene: Scene): State {
  const sending = sendingIn(before, tabId, scene);
  if (!sending || isStillThere(sending, after, tabId, scene)) return after;
  const nowMs = scene.clock.now();
  const { stepId } = sending;
  const left = { ...after.session.left, [stepId]: isoAt(nowMs) };
  const looks = { ...looksOf(after.session), [stepId]: nowMs + AFTER_USE_MS };
  return withLooks({ ...after, session: { ...after.session, left } }, looks);
}

/**
 * Notes that a control which sends a change was used where nobody is signed in, as in the
 * integration account's own window: nothing can be looked at there, and the ring has nothing more
 * to ask for until the reader wants to be shown again.
 */
export function withUnseenUse(state: State, stepId: string, nowMs: number): State {
  const left = { ...state.session.left, [stepId]: isoAt(nowMs) };
  return { ...state, session: { ...state.session, left } };
}

/** The reader wants to be shown the step's controls, whatever may be on its way. */
export function withoutLeft(state: State, stepId: string): State {
  const { left: { [stepId]: _, ...left } = {}, ...session } = state.session;
  return { ...state, session: { ...session, left } };
}

function sendingIn(state: State, tabId: number, scene: Scene): Sending | undefined {
  const step = stepToPointAt(state, scene);
  const [frameId, ...others] = claimants(state, tabId, scene);
  if (!step || !state.local.account || frameId === undefined || others.length > 0) return undefined;
  if (guardOf(state, tabId, scene)) return undefined;
  const { documentId, report } = state.session.tabs[tabId]?.frames[frameId] ?? {};
  const action = step.actions.find(({ id }) => id === report?.pointing?.actionId);
  return action?.commits ? { stepId: step.id, frameId, documentId } : undefined;
}

/** A top page that shows another address in the same document still tells of the use by itself. */
function isStillThere(
  { frameId, documentId }: Sending,
  after: State,
  tabId: number,
  scene: Scene,
): boolean {
  const now = after.session.tabs[tabId]?.frames[frameId];
  if (!now || now.documentId !== documentId) return false;
  return frameId === 0 || claimants(after, tabId, scene).includes(frameId);
}
