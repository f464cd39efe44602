import { browser } from 'wxt/browser';
import type { FrameReport } from '../domain/orders.ts';
import { readHandOff } from '../guidance/hand-off.ts';
import { claimants } from '../guidance/orders.ts';
import type { Sender } from '../messaging/listen.ts';
import type { Changed, Request, ToBeacon } from '../messaging/protocol.ts';
import type { FrameState, Session, State, TabState } from '../state/stored.ts';
import { withTenant } from '../state/stored.ts';
import type { Background } from './background.ts';
import { withLeft } from './left.ts';

type Hello = Request<'hello'>;

/**
 * Notes that a frame is there. When the top page moved, the frames below it are asked whether they
 * are still there (Entra keeps its blades), and those that are not are forgotten.
 *
 * @param onLeft Called when a page went away that may have sent a change; a look is appointed.
 */
export async function frameSaidHello(
  background: Background,
  hello: Hello,
  sender: Sender,
  onLeft: () => void = () => undefined,
): Promise<State> {
  const { store, guide } = background;
  const { tabId, frameId = 0 } = sender;
  if (tabId === undefined) return store.read();
  let below: number[] = [];
  let before: State | undefined;
  const after = await store.update((state) => {
    before = state;
    const tab = state.session.tabs[tabId] ?? { frames: {} };
    const frame = frameOf(hello, sender, tab.frames[frameId]);
    const local = adoptHandOff(state.local, hello, guide);
    if (same(tab.frames[frameId], frame) && local === state.local) return state;
    below = hello.top ? Object.keys(tab.frames).map(Number).filter(Boolean) : [];
    const session = withTab(state.session, tabId, withFrame(tab, frameId, frame));
    return withLeft(state, { local, session }, tabId, background);
  });
  void forgetTheGone(background, tabId, below, onLeft);
  if (after.session.left !== before?.session.left) onLeft();
  return after;
}

/** A frame whose document is the same as before keeps what it reported. */
function frameOf(hello: Hello, { documentId }: Sender, before: FrameState | undefined): FrameState {
  const report = before?.documentId === documentId ? before?.report : undefined;
  return {
    url: hello.url,
    name: hello.frameName,
    language: hello.language,
    ...(hello.place === undefined || hello.place < 0 ? {} : { place: hello.place }),
    ...(hello.hidden?.length ? { hidden: hello.hidden } : {}),
    ...(documentId ? { documentId } : {}),
    ...(report ? { report } : {}),
  };
}

/** In a new document of the top frame somebody else may be signed in. */
function withFrame(tab: TabState, frameId: number, frame: FrameState): TabState {
  const frames = { ...tab.frames, [frameId]: frame };
  const isNew = frameId === 0 && tab.frames[0]?.documentId !== frame.documentId;
  const { accountConfirmed: _, ...unconfirmed } = tab;
  return { ...(isNew ? unconfirmed : tab), frames };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withTab(session: Session, tabId: number, tab: TabState): Session {
  return { ...session, tabs: { ...session.tabs, [tabId]: tab } };
}

/**
 * A link made for another window opens its step there. It never replaces an answer: whoever sends
 * a link must not be able to exchange the account a guide in progress is about.
 */
function adoptHandOff(
  local: State['local'],
  hello: Hello,
  guide: Background['guide'],
): State['local'] {
  const handOff = hello.top ? readHandOff(hello.url, guide) : undefined;
  if (!handOff || local.started) return local;
  const answered = withTenant(local, (tenant) => ({
    ...tenant,
    answers: { partnerTier: 'direct', integrationAccount: handOff.account, ...tenant.answers },
  }));
  return { ...answered, started: true, openStepId: handOff.step };
}

/** Notes what a frame decided. */
export async function frameReported(
  background: Background,
  report: FrameReport,
  sender: Sender,
  onLeft: () => void = () => undefined,
): Promise<void> {
  const { store } = background;
  const { tabId, frameId = 0 } = sender;
  if (tabId === undefined) return;
  const after = await store.update((state) => {
    const tab = state.session.tabs[tabId];
    const frame = tab?.frames[frameId];
    if (!tab || !frame || same(frame.report, report)) return state;
    const frames = { ...tab.frames, [frameId]: { ...frame, report } };
    return { ...state, session: withTab(state.session, tabId, { ...tab, frames }) };
  });
  // Two frames claim the target: perhaps one of them is no longer there.
  const claims = claimants(after, tabId, background);
  if (claims.length > 1) await forgetTheGone(background, tabId, claims, onLeft);
}

/** Asks frames whether they are there; the word makes those that are say hello again. */
async function forgetTheGone(
  background: Background,
  tabId: number,
  frameIds: readonly number[],
  onLeft: () => void,
): Promise<void> {
  for (const frameId of frameIds) {
    const isAlive = await tell(tabId, frameId, { waymark: 'changed', revision: 0 });
    if (!isAlive && (await forgetFrame(background, tabId, frameId))) onLeft();
  }
}

/** @returns Whether it may have sent a change with its last breath. */
async function forgetFrame(
  background: Background,
  tabId: number,
  frameId: number,
): Promise<boolean> {
  let before: State | undefined;
  const after = await background.store.update((state) => {
    before = state;
    const tab = state.session.tabs[tabId];
    if (!tab?.frames[frameId]) return state;
    const { [frameId]: _, ...frames } = tab.frames;
    const session = withTab(state.session, tabId, { ...tab, frames });
    return withLeft(state, { ...state, session }, tabId, background);
  });
  return after.session.left !== before?.session.left;
}

/** Notes where to find a docked panel that broadcasts do not reach. */
export async function panelIsDeaf(
  { store }: Background,
  { tabId, frameId }: Sender,
): Promise<void> {
  if (tabId === undefined || frameId === undefined) return;
  await store.update((state) => {
    const tab = state.session.tabs[tabId];
    if (!tab || tab.deafPanel === frameId) return state;
    return { ...state, session: withTab(state.session, tabId, { ...tab, deafPanel: frameId }) };
  });
}

export async function forgetTab({ store }: Background, tabId: number): Promise<void> {
  await store.update((state) => {
    if (!state.session.tabs[tabId]) return state;
    const { [tabId]: _, ...tabs } = state.session.tabs;
    return { ...state, session: { ...state.session, tabs } };
  });
}

/** The administrator's word that the page in a tab shows the integration account. */
export async function confirmAccount({ store }: Background, tabId: number): Promise<void> {
  await store.update((state) => {
    const tab = state.session.tabs[tabId];
    if (!tab) return state;
    return { ...state, session: withTab(state.session, tabId, { ...tab, accountConfirmed: true }) };
  });
}

/** Sends one message to one frame, its beacon or the panel in it. Resolves `false` when nobody is there any more. */
export async function tell(
  tabId: number,
  frameId: number,
  message: ToBeacon | Changed,
): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, message, { frameId });
    return true;
  } catch {
    return false;
  }
}

/** The frame of a tab that points, for "bring it into view" and "put my focus on it". */
export function pointingFrame(
  state: State,
  tabId: number | undefined,
  background: Pick<Background, 'guide' | 'portals'>,
): number | undefined {
  const claims = claimants(state, tabId, background);
  return claims.length === 1 ? claims[0] : undefined;
}
