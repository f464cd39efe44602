import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installation } from '@/utils/background/installation.ts';
import { anInstalledBrowser } from './an-installed-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

beforeEach(() => {
  vi.restoreAllMocks();
  vi.stubGlobal('navigator', { userAgent: 'Firefox/153.0' });
});

describe('who updates it', () => {
  const gecko = (more = {}) => ({ browser_specific_settings: { gecko: { id: 'a@b', ...more } } });
  const server = 'https://it.contoso.com/waymark/';

  test.each([
    [
      'the Chrome Web Store',
      { update_url: 'https://clients2.google.com/service/update2/crx' },
      'normal',
      'chrome-web-store',
    ],
    [
      'Edge Add-ons',
      { update_url: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx' },
      'normal',
      'edge-add-ons',
    ],
    ['a server of the organisation', { update_url: `${server}update.xml` }, 'admin', 'server'],
    ['nobody, when it was loaded from a folder', {}, 'development', 'nowhere'],
    ['a server, in Firefox', gecko({ update_url: `${server}updates.json` }), 'admin', 'server'],
    ['Mozilla, in Firefox without an address', gecko(), 'normal', 'firefox-add-ons'],
    ['nobody, in Firefox for one session', gecko(), 'development', 'nowhere'],
    [
      'Mozilla, where Firefox gives null for what the manifest leaves out',
      { update_url: null, host_permissions: null, ...gecko({ update_url: null }) },
      'normal',
      'firefox-add-ons',
    ],
  ])('%s', async (_, manifest, installType, from) => {
    anInstalledBrowser({ manifest, installType });
    const { updates, installType: told } = await installation();

    expect(updates.from).toBe(from);
    expect(told).toBe(installType);
  });
});

test('each site of the manifest is asked about by itself', async () => {
  const manifest = { host_permissions: ['https://a.example/*', 'https://b.example/*'] };
  anInstalledBrowser({ manifest, closed: ['https://b.example/*'] });

  expect((await installation()).sites).toEqual([
    { pattern: 'https://a.example/*', allowed: true },
    { pattern: 'https://b.example/*', allowed: false },
  ]);
});

test('the browser is named as it names itself, without the brand that is made up', async () => {
  anInstalledBrowser({});
  const fullVersionList = [
    { brand: 'Not(A:Brand', version: '8.0.0.0' },
    { brand: 'Chromium', version: '156.0.1.2' },
    { brand: 'Microsoft Edge', version: '156.0.3.4' },
  ];
  const getHighEntropyValues = async () => ({ fullVersionList, platform: 'Windows' });
  vi.stubGlobal('navigator', { userAgent: 'no', userAgentData: { getHighEntropyValues } });

  expect((await installation()).browser).toBe(
    'Chromium 156.0.1.2, Microsoft Edge 156.0.3.4, Windows',
  );
});

test('a browser without brands is told by its user agent', async () => {
  anInstalledBrowser({});

  expect((await installation()).browser).toBe('Firefox/153.0');
  expect(fakeBrowser.management.getSelf).toHaveBeenCalled();
});
