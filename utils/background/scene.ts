import { browser } from 'wxt/browser';
import { portals } from '../../portals/hosts.ts';
import type { Guide, Step } from '../domain/guide.ts';
import type { ChipView, Orders, PanelOrders } from '../domain/orders.ts';
import type { PanelView } from '../domain/view.ts';
import { words } from '../domain/words.ts';
import type { PortalLabels } from '../guidance/localise.ts';
import { claimants, ordersFor } from '../guidance/orders.ts';
import { buildView } from '../guidance/view.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { localiseGuide } from '../i18n/guide-words.ts';
import { chooseLanguage, direction, type Language } from '../i18n/languages.ts';
import { type Say, sayFrom } from '../i18n/say.ts';
import type { Settings } from '../policy/settings.ts';
import { type State, tenantOf } from '../state/stored.ts';
import { type Background, settingsOf } from './background.ts';
import { chipOf } from './chip.ts';
import { panelPrefs } from './surfaces.ts';

// Not lazy: a service worker may not import while it runs.
const guideWords = import.meta.glob<Catalogue>('../../locales/*/guides.json', {
  eager: true,
  import: 'default',
});
const ringWords = import.meta.glob<Catalogue>('../../locales/*/ring.json', {
  eager: true,
  import: 'default',
});
const portalLabels = import.meta.glob<PortalLabels>('../../locales/*/portal-labels.json', {
  eager: true,
  import: 'default',
});

function inLanguage<Value>(files: Record<string, Value>, language: string): Value | undefined {
  return files[`../../locales/${language}/${NAMES.get(files)}`];
}

const NAMES = new Map<unknown, string>([
  [guideWords, 'guides.json'],
  [ringWords, 'ring.json'],
  [portalLabels, 'portal-labels.json'],
]);

/** The portals' own words for the language a page is shown in, e.g. `de` for `de-AT`. */
function labelsFor(pageLanguage: string): PortalLabels {
  const [language = 'en'] = pageLanguage.toLowerCase().split('-');
  return inLanguage(portalLabels, language) ?? {};
}

function readerLanguage(settings: Settings): Language {
  return chooseLanguage(settings.language, [browser.i18n.getUILanguage()]);
}

function sayIn(language: Language): Say {
  const catalogues = [inLanguage(ringWords, language), inLanguage(ringWords, 'en')];
  return sayFrom(
    catalogues.filter((catalogue) => catalogue !== undefined),
    language,
  );
}

/** Whether a tab shows the panel, the chip or nothing, and what the chip says. */
function panelOrders(
  state: State,
  tabId: number,
  settings: Settings,
  chip: ChipView,
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
  const { policy, settings } = await settingsOf(background);
  const language = readerLanguage(settings);
  const say = sayIn(language);
  const guide = localiseGuide(background.guide, inLanguage(guideWords, language) ?? {});
  const digest = await accountDigest(state);
  const view = buildView(
    state,
    { guide, portals, policy, settings },
    { surface: { kind: 'page' } },
  );
  return ordersFor(state, tabId, frameId, {
    guide,
    portals,
    settings,
    labels: labelsFor,
    say: (step, actionId) => saidOf(step, actionId, say),
    direction: direction(language),
    panel: (tab) => panelOrders(state, tab, settings, chipOf(view, guide, say), guide),
    ...(digest ? { accountDigest: digest } : {}),
  });
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
  const { policy, settings } = await settingsOf(background);
  const { side } = panelPrefs(state, place.tabId);
  const guide: Guide = background.guide;
  return buildView(
    state,
    { guide, portals, policy, settings },
    {
      ...(place.tabId === undefined ? {} : { tabId: place.tabId }),
      surface: place.docked ? { kind: 'docked', side } : { kind: 'page' },
    },
  );
}
