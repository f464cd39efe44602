import { browser } from 'wxt/browser';
import { portals } from '../../portals/hosts.ts';
import type { Guide, Step } from '../domain/guide.ts';
import type { Orders, PanelOrders } from '../domain/orders.ts';
import type { PanelView } from '../domain/view.ts';
import { words } from '../domain/words.ts';
import { claimants, ordersFor } from '../guidance/orders.ts';
import { buildView } from '../guidance/view.ts';
import { direction } from '../i18n/languages.ts';
import type { Say } from '../i18n/say-from.ts';
import type { Settings } from '../policy/settings.ts';
import { type State, tenantOf } from '../state/stored.ts';
import { type Background, shownSettingsOf } from './background.ts';
import { type Badge, badgeOf } from './badge.ts';
import { guideFor, labelsFor, readerLanguage, sayIn } from './catalogues.ts';
import { chipOf } from './chip.ts';
import { panelPrefs } from './surfaces.ts';

/** Whether a tab shows the panel, the chip or nothing, and what the chip says. */
function panelOrders(
  state: State,
  tabId: number,
  settings: Settings,
  { chip, behind }: Pick<PanelOrders, 'chip' | 'behind'>,
  guide: Guide,
): PanelOrders {
  const { side, collapsed = !state.local.started || settings.panel === 'collapsed' } = panelPrefs(
    state,
    tabId,
  );
  const show = settings.panel === 'off' ? 'hidden' : collapsed ? 'chip' : 'open';
  return {
    show,
    side: clearOf(side, nearIn(state, tabId, guide)),
    chip,
    behind,
    url: browser.runtime.getURL('/panel.html'),
  };
}

/** Which edges of the tab a child frame's control is near. The top frame sees to its own controls. */
function nearIn(state: State, tabId: number, guide: Guide): 'left' | 'right' | 'both' | undefined {
  const [only, other] = claimants(state, tabId, { guide, portals });
  if (only === undefined || other !== undefined) return undefined;
  return state.session.tabs[tabId]?.frames[only]?.report?.pointing?.near;
}

/** The panel makes way for the control, and only where the other side is free. */
function clearOf(side: 'left' | 'right', near: ReturnType<typeof nearIn>): 'left' | 'right' {
  if (near !== side) return side;
  return side === 'left' ? 'right' : 'left';
}

async function accountDigest(state: State): Promise<string | undefined> {
  const { integrationAccount } = tenantOf(state.local).answers;
  if (!integrationAccount) return undefined;
  const bytes = new TextEncoder().encode(integrationAccount.toLowerCase());
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The orders of one frame, from the state as it is. */
export async function ordersOf(
  background: Background,
  state: State,
  tabId: number,
  frameId: number,
): Promise<Orders> {
  const { policy, settings } = await shownSettingsOf(background, state);
  const language = readerLanguage(settings);
  const say = sayIn(language);
  const page = pageLanguage(state, tabId, frameId);
  const guide = guideFor(background.guide, language, page);
  const digest = await accountDigest(state);
  const view = buildView(
    state,
    { guide, portals, policy, settings },
    { tabId, surface: { kind: 'page' } },
  );
  const said = { chip: chipOf(view, guide, say), behind: say(words('panel.behind')) };
  return ordersFor(state, tabId, frameId, {
    guide,
    portals,
    settings,
    labels: labelsFor,
    say: (step, actionId) => saidOf(step, actionId, say),
    direction: direction(language),
    panel: (tab) => panelOrders(state, tab, settings, said, guide),
    ...(digest ? { accountDigest: digest } : {}),
  });
}

/** A frame that has not said its language yet is taken to speak the one of its tab. */
function pageLanguage(state: State, tabId: number, frameId = 0): string {
  const frames = state.session.tabs[tabId]?.frames;
  return frames?.[frameId]?.language || frames?.[0]?.language || 'en';
}

function saidOf(step: Step, actionId: string, say: Say) {
  const text = step.actions.find(({ id }) => id === actionId)?.say ?? '';
  return { say: text, sayOutOfView: say(words('ring.out-of-view', { say: text })) };
}

/** The view of one panel, wherever it is. */
export async function viewOf(
  background: Background,
  state: State,
  place: Readonly<{ tabId?: number; docked: boolean }>,
): Promise<PanelView> {
  const { policy, settings } = await shownSettingsOf(background, state);
  const { side } = panelPrefs(state, place.tabId);
  return buildView(
    state,
    {
      guide: background.guide,
      portals,
      policy,
      settings,
      version: browser.runtime.getManifest().version,
    },
    {
      ...(place.tabId === undefined ? {} : { tabId: place.tabId }),
      surface: place.docked ? { kind: 'docked', side } : { kind: 'page' },
    },
  );
}

/** What the toolbar button shows, from the state as it is. */
export async function badgeFor(background: Background, state: State): Promise<Badge> {
  const { settings } = await shownSettingsOf(background, state);
  const language = readerLanguage(settings);
  const guide = guideFor(background.guide, language, language);
  const view = await viewOf(background, state, { docked: false });
  return badgeOf(view, chipOf(view, guide, sayIn(language)).label);
}
