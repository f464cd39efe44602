import { browser } from 'wxt/browser';
import type { FrameReport } from '../domain/orders.ts';
import { readHandOff } from '../guidance/hand-off.ts';
import { claimants } from '../guidance/orders.ts';
import type { Sender } from '../messaging/listen.ts';
import type { ToBeacon } from '../messaging/protocol.ts';
import type { FrameState, Session, State, TabState } from '../state/stored.ts';
import { withTenant } from '../state/stored.ts';
import type { Background } from './background.ts';

type Hello = Readonly<{ url: string; frameName: string; top: boolean; language: string }>;

/**
 * Notes that a frame is there. A top frame with a new address forgets the frames below the old
 * one and asks them: those that live on (Entra keeps its blades) say hello again.
 */
export async function frameSaidHello(
  { store, guide }: Background,
  hello: Hello,
  sender: Sender,
): Promise<State> {
  const { tabId, frameId = 0 } = sender;
  if (tabId === undefined) return store.read();
  let below: string[] = [];
  const after = await store.update((state) => {
    const tab = state.session.tabs[tabId] ?? { frames: {} };
    const before = tab.frames[frameId];
    const frame = frameOf(hello, sender, before);
    const moved = hello.top && before?.url !== hello.url;
    const known = { ...state, local: adoptHandOff(state.local, hello, guide) };
    if (!moved && same(before, frame) && known.local === state.local) return state;
    below = moved ? Object.keys(tab.frames).filter((id) => id !== '0') : [];
    const frames = moved ? { 0: withoutReport(frame) } : { ...tab.frames, [frameId]: frame };
    return { ...known, session: withTab(state.session, tabId, { ...tab, frames }) };
  });
  const { revision } = after.session;
  for (const id of below) void tell(tabId, Number(id), { waymark: 'changed', revision });
  return after;
}

/** A frame whose document is the same as before keeps what it reported. */
function frameOf(hello: Hello, { documentId }: Sender, before: FrameState | undefined): FrameState {
  const report = before?.documentId === documentId ? before?.report : undefined;
  return {
    url: hello.url,
    name: hello.frameName,
    language: hello.language,
    ...(documentId ? { documentId } : {}),
    ...(report ? { report } : {}),
  };
}

function withoutReport({ report: _, ...frame }: FrameState): FrameState {
  return frame;
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
  { store }: Background,
  report: FrameReport,
  sender: Sender,
): Promise<void> {
  const { tabId, frameId = 0 } = sender;
  if (tabId === undefined) return;
  await store.update((state) => {
    const tab = state.session.tabs[tabId];
    const frame = tab?.frames[frameId];
    if (!tab || !frame || same(frame.report, report)) return state;
    const frames = { ...tab.frames, [frameId]: { ...frame, report } };
    return { ...state, session: withTab(state.session, tabId, { ...tab, frames }) };
  });
  await forgetTheGone(store, tabId);
}

/** Two frames claim the target: perhaps one of them is no longer there. */
async function forgetTheGone(store: Background['store'], tabId: number): Promise<void> {
  const { session } = await store.read();
  const claims = claimants(session.tabs[tabId]);
  if (claims.length < 2) return;
  for (const frameId of claims) {
    const alive = await tell(tabId, frameId, { waymark: 'changed', revision: session.revision });
    if (!alive) await forgetFrame(store, tabId, frameId);
  }
}

async function forgetFrame(
  store: Background['store'],
  tabId: number,
  frameId: number,
): Promise<void> {
  await store.update((state) => {
    const tab = state.session.tabs[tabId];
    if (!tab?.frames[frameId]) return state;
    const { [frameId]: _, ...frames } = tab.frames;
    return { ...state, session: withTab(state.session, tabId, { ...tab, frames }) };
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

/** Sends one message to one frame's beacon. Resolves `false` when nobody is there any more. */
export async function tell(
  tabId: number,
  frameId: number,
  message: ToBeacon | Readonly<{ waymark: 'changed'; revision: number }>,
): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, message, { frameId });
    return true;
  } catch {
    return false;
  }
}

/** The frame of a tab that points, for "bring it into view" and "put my focus on it". */
export function pointingFrame(state: State, tabId: number | undefined): number | undefined {
  const claims = claimants(tabId === undefined ? undefined : state.session.tabs[tabId]);
  return claims.length === 1 ? claims[0] : undefined;
}
