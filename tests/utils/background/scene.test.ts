import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ordersOf, viewOf } from '@/utils/background/scene.ts';
import { aFrame, aState, INTEGRATION_ACCOUNT, provedUpTo } from '../a-state.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;
const USERS = 'https://partner.microsoft.com/dashboard/v2/account-settings/usermanagement';

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB');
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue('chrome-extension://x/panel.html');
});

/** A reader of English at a portal page in some language. */
function scene(language: string) {
  const frames = { 0: aFrame(USERS, { language }) };
  const progress = provedUpTo('account-exists');
  const state = aState({ tenant: { answers, progress }, session: { tabs: { 7: { frames } } } });
  return { state, background: aBackground(state).background };
}

async function said(language: string): Promise<string> {
  const { state, background } = scene(language);
  const { actions } = await ordersOf(background, state, 7, 0);
  return actions.map(({ say }) => say).join(' ');
}

test('the ring names a control as the page shows it, in the reader’s own sentence', async () => {
  expect(await said('en-US')).toContain('[Add user]');
  expect(await said('de-DE')).toContain('[Benutzer hinzufügen]');
  expect(await said('de-DE')).not.toContain('[Add user]');
});

test('a page in a language nobody mapped is spoken of in English', async () => {
  expect(await said('sv')).toContain('[Add user]');
});

test('the panel learns the portal’s language from the tab it belongs to, and from no other', async () => {
  const { state, background } = scene('fr-CH');

  expect((await viewOf(background, state, { tabId: 7, docked: true })).portalLanguage).toBe(
    'fr-CH',
  );
  expect((await viewOf(background, state, { tabId: 8, docked: true })).portalLanguage).toBe(
    undefined,
  );
});
