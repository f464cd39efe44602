import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Installation, UpdateSource } from '../domain/installation.ts';

/**
 * The parts of a manifest, and of what the browser adds to it, that are read here. Firefox gives
 * `null` for what a manifest leaves out.
 */
const manifestShape = v.object({
  version: v.string(),
  host_permissions: v.nullish(v.array(v.string()), []),
  update_url: v.nullish(v.string()),
  browser_specific_settings: v.nullish(
    v.object({ gecko: v.nullish(v.object({ update_url: v.nullish(v.string()) })) }),
  ),
});

const STORES: Readonly<Record<string, UpdateSource['from']>> = {
  'clients2.google.com': 'chrome-web-store',
  'edge.microsoft.com': 'edge-add-ons',
};

/**
 * How this copy came here; `management.getSelf` needs no permission. Google and Microsoft write
 * their store's address into the manifest; Mozilla does not: an add-on without an address is
 * looked for there, unless it was loaded for one session.
 */
export async function installation(): Promise<Installation> {
  const manifest = v.parse(manifestShape, browser.runtime.getManifest());
  const self = await browser.management.getSelf();
  const gecko = manifest.browser_specific_settings?.gecko;
  const address = manifest.update_url ?? gecko?.update_url ?? self.updateUrl;
  return {
    version: manifest.version,
    browser: await browserName(),
    installType: self.installType,
    updates: address
      ? { from: storeAt(address), address }
      : { from: gecko && self.installType !== 'development' ? 'firefox-add-ons' : 'nowhere' },
    sites: await Promise.all(
      manifest.host_permissions.map(async (pattern) => ({
        pattern,
        allowed: await browser.permissions.contains({ origins: [pattern] }),
      })),
    ),
  };
}

function storeAt(address: string): UpdateSource['from'] {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return STORES[host] ?? 'server';
}

type Brand = Readonly<{ brand: string; version: string }>;
type WithBrands = Readonly<{
  userAgentData?: {
    getHighEntropyValues: (
      hints: readonly string[],
    ) => Promise<Readonly<{ fullVersionList?: readonly Brand[]; platform?: string }>>;
  };
}>;

/** "Chromium 156.0.1.2, Linux"; where the browser does not tell by name, its user agent. */
async function browserName(): Promise<string> {
  const { userAgentData } = navigator as WithBrands;
  if (!userAgentData) return navigator.userAgent;
  const { fullVersionList = [], platform } = await userAgentData.getHighEntropyValues([
    'fullVersionList',
    'platform',
  ]);
  // One of the brands is made up, so that nobody relies on the list.
  const brands = fullVersionList.filter(({ brand }) => !/not.?a.?brand/i.test(brand));
  const named = brands.map(({ brand, version }) => `${brand} ${version}`);
  return [...named, platform].filter(Boolean).join(', ') || navigator.userAgent;
}
