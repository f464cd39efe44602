import { browser } from 'wxt/browser';
import { contentMatches, portals } from '../../portals/hosts.ts';
import { pageOfStep } from '../guidance/current-step.ts';
import { linkTo, portalOf, showsPassword } from '../guidance/match-page.ts';
import type { Sender } from '../messaging/listen.ts';
import { type State, tenantOf } from '../state/stored.ts';
import type { Background } from './background.ts';

/** `collapsed` is absent until the administrator has opened or collapsed the panel there. */
export type PanelPrefs = Readonly<{ side: 'left' | 'right'; collapsed?: boolean }>;

const DEFAULT_PANEL: PanelPrefs = { side: 'right' };

/**
 * The tab a panel belongs to: the one it is docked in, else the portal tab in front (browser side
 * panel, or the panel opened in a tab of its own), else the portal tab used last.
 */
export async function tabOfPanel(sender: Sender): Promise<number | undefined> {
  if (isDocked(sender)) return sender.tabId;
  const inFront = await browser.tabs.query({
    active: true,
    lastFocusedWindow: true,
    url: contentMatches,
  });
  if (inFront[0]?.id !== undefined) return inFront[0].id;
  const all = await browser.tabs.query({ url: contentMatches });
  const byUse = all.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return byUse[0]?.id;
}

/** Brings the portal tab that was used last to the front; without one, the panel in a tab of its own. */
export async function frontPortal(): Promise<void> {
  const tabId = await tabOfPanel({});
  if (tabId === undefined) {
    await browser.tabs.create({ url: browser.runtime.getURL('/panel.html') });
    return;
  }
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** In a portal page's frame, as opposed to a page of its own or the side panel. */
export function isDocked(sender: Sender): boolean {
  return sender.tabId !== undefined && (sender.frameId ?? 0) > 0;
}

/** Where the panel stands on the portal a tab shows; remembered for each portal. */
export function panelPrefs(state: State, tabId: number | undefined): PanelPrefs {
  const portal = tabId === undefined ? undefined : portalIn(state, tabId);
  return portal === undefined ? DEFAULT_PANEL : (state.local.panels[portal] ?? DEFAULT_PANEL);
}

export async function setPanelPrefs(
  { store }: Background,
  tabId: number,
  change: Partial<PanelPrefs>,
): Promise<void> {
  await store.update((state) => {
    const portal = portalIn(state, tabId);
    if (!portal) return state;
    const prefs = { ...panelPrefs(state, tabId), ...change };
    const panels = { ...state.local.panels, [portal]: prefs };
    return { ...state, local: { ...state.local, panels } };
  });
}

function portalIn(state: State, tabId: number): string | undefined {
  const url = state.session.tabs[tabId]?.frames[0]?.url;
  return url ? portalOf(url, portals)?.id : undefined;
}

/**
 * Opens a step's page: in the tab of a docked panel, else in the portal's tab, else in a new one.
 *
 * A tab that shows a new account's password stays as it is, since no portal shows it twice. Any
 * other is replaced: a tab for every step would leave the reader among a dozen of them.
 */
export async function openStepPage(
  { guide, store }: Background,
  stepId: string,
  sender: Sender,
): Promise<void> {
  const step = guide.steps.find(({ id }) => id === stepId);
  const { local, session } = await store.read();
  const page = step && pageOfStep(step, tenantOf(local).progress[stepId]);
  const url = page && linkTo(page, portals);
  if (!url) return;
  const tabId = isDocked(sender) ? sender.tabId : await tabOfPanel(sender);
  const shown = tabId === undefined ? '' : (session.tabs[tabId]?.frames[0]?.url ?? '');
  if (tabId === undefined || showsPassword(shown, portals)) await browser.tabs.create({ url });
  else await browser.tabs.update(tabId, { url, active: true });
}

/** Lets finding and ringing join the beacon of one frame. */
export async function equipFrame({ tabId, frameId = 0 }: Sender): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [frameId] },
      files: ['/content-scripts/locator.js'],
    })
    .catch(() => undefined); // A frame that is going away takes none.
}

/**
 * Opens the browser's side panel where a press in a page may do that (Chromium). To be called
 * before anything is awaited: the browser asks whether somebody has just pressed.
 */
export function openBeside({ tabId }: Sender): undefined {
  const { sidePanel } = browser as unknown as {
    sidePanel?: { open: (where: object) => Promise<void> };
  };
  if (tabId !== undefined) void sidePanel?.open({ tabId }).catch(() => undefined);
}

/** The toolbar button opens the browser's own side panel or sidebar, beside any page. */
export function openSidePanelOnClick(): void {
  const { sidePanel, sidebarAction } = browser as unknown as {
    sidePanel?: { setPanelBehavior: (behavior: object) => Promise<void> };
    sidebarAction?: { toggle: () => Promise<void> };
  };
  void sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
  if (sidebarAction) browser.action.onClicked.addListener(() => void sidebarAction.toggle());
}
