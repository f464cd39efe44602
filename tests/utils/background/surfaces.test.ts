import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  isDocked,
  openSidePanelOnClick,
  openStepPage,
  panelPrefs,
  setPanelPrefs,
  tabOfPanel,
} from '@/utils/background/surfaces.ts';
import { aFrame, aState } from '../a-state.ts';
import { HOME } from '../guidance/scene.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const TAB = 7;
const docked = { tabId: TAB, frameId: 3 };
const ownTab = { tabId: 12, frameId: 0 };

type Tab = Readonly<{ id: number; active?: boolean; lastAccessed?: number }>;

/** Portal tabs the browser has; the fake one cannot match patterns. */
function portalTabs(...tabs: Tab[]) {
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(
    async ({ active }) => (active ? tabs.filter((tab) => tab.active) : tabs) as never,
  );
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('the tab a panel speaks of', () => {
  test('is its own when it is docked there', async () => {
    expect(isDocked(docked)).toBe(true);
    expect(await tabOfPanel(docked)).toBe(TAB);
  });

  test('is the portal tab in front when the panel is the side panel or a page of its own', async () => {
    portalTabs({ id: 1, lastAccessed: 9 }, { id: 2, active: true, lastAccessed: 1 });

    expect(isDocked(ownTab)).toBe(false);
    expect(await tabOfPanel({})).toBe(2);
    expect(await tabOfPanel(ownTab)).toBe(2);
  });

  test('is the portal tab used last when none is in front, and none when there is none', async () => {
    portalTabs({ id: 1, lastAccessed: 1 }, { id: 2, lastAccessed: 9 });
    expect(await tabOfPanel({})).toBe(2);

    portalTabs();
    expect(await tabOfPanel({})).toBeUndefined();
  });
});

describe('"open the page"', () => {
  test('goes there in the tab the panel is docked in', async () => {
    const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);

    await openStepPage(aBackground().background, 'mfa-registered', docked);

    expect(update).toHaveBeenCalledWith(TAB, {
      url: 'https://mysignins.microsoft.com/security-info',
      active: true,
    });
  });

  test.each([
    'https://partner.microsoft.com/en-us/dashboard/account/v3/usermanagement/usercreated',
    'https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/CreateUser.ReactView',
  ])('leaves a tab alone that shows a new password: %s', async (url) => {
    const tabs = { [TAB]: { frames: { 0: aFrame(url) } } };
    const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);

    const { background } = aBackground(aState({ session: { tabs } }));
    await openStepPage(background, 'mfa-registered', docked);

    expect(update).not.toHaveBeenCalled();
    expect(create).toHaveBeenCalledWith({ url: 'https://mysignins.microsoft.com/security-info' });
  });

  test('opens a tab where no portal is open', async () => {
    portalTabs();
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);

    await openStepPage(aBackground().background, 'mfa-registered', {});

    expect(create).toHaveBeenCalledWith({ url: 'https://mysignins.microsoft.com/security-info' });
  });

  test('goes nowhere for a step without a page', async () => {
    const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);

    await openStepPage(aBackground().background, 'policy-settled', docked);

    expect(update).not.toHaveBeenCalled();
  });
});

test('where the panel stands is remembered for each portal', async () => {
  const tabs = {
    [TAB]: { frames: { 0: aFrame(HOME) } },
    8: { frames: { 0: aFrame('https://entra.microsoft.com/#home') } },
  };
  const { background, state } = aBackground(aState({ session: { tabs } }));

  await setPanelPrefs(background, TAB, { side: 'left' });
  await setPanelPrefs(background, TAB, { collapsed: true });

  expect(panelPrefs(state(), TAB)).toEqual({ side: 'left', collapsed: true });
  expect(panelPrefs(state(), 8)).toEqual({ side: 'right' });
  expect(panelPrefs(state(), undefined)).toEqual({ side: 'right' });
});

describe('the toolbar button', () => {
  const api = fakeBrowser as unknown as Record<string, unknown>;
  const before = { sidePanel: api.sidePanel, sidebarAction: api.sidebarAction };

  afterEach(() => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete api[name];
      else api[name] = value;
    }
  });

  test('opens the side panel of Chromium browsers', () => {
    const setPanelBehavior = vi.fn(async () => undefined);
    Object.assign(api, { sidePanel: { setPanelBehavior }, sidebarAction: undefined });

    openSidePanelOnClick();

    expect(setPanelBehavior).toHaveBeenCalledWith({ openPanelOnActionClick: true });
  });

  test('opens the sidebar of Firefox', async () => {
    const toggle = vi.fn(async () => undefined);
    Object.assign(api, { sidePanel: undefined, sidebarAction: { toggle } });

    openSidePanelOnClick();
    await fakeBrowser.action.onClicked.trigger({} as never, undefined);

    expect(toggle).toHaveBeenCalledOnce();
  });
});
