import type { Browser, Deployment } from './deployment.ts';
import { addressesIn, IDENTITY } from './identity.ts';

/** A JSON object, ready to be written. */
export type Json = Readonly<Record<string, unknown>>;

type Facts = Readonly<{
  title: string;
  /** Key below HKEY_LOCAL_MACHINE. */
  registryKey: string;
  /** Preference domain on macOS. */
  macDomain: string;
  /** Folder of managed policies on Linux. */
  linuxFolder: string;
}>;

/**
 * Where each browser looks for policy.
 * https://chromeenterprise.google/policies · https://learn.microsoft.com/deployedge ·
 * https://mozilla.github.io/policy-templates
 */
export const BROWSER_FACTS: Readonly<Record<Browser, Facts>> = {
  chrome: {
    title: 'Google Chrome',
    registryKey: 'SOFTWARE\\Policies\\Google\\Chrome',
    macDomain: 'com.google.Chrome',
    linuxFolder: '/etc/opt/chrome/policies/managed',
  },
  edge: {
    title: 'Microsoft Edge',
    registryKey: 'SOFTWARE\\Policies\\Microsoft\\Edge',
    macDomain: 'com.microsoft.Edge',
    linuxFolder: '/etc/opt/edge/policies/managed',
  },
  firefox: {
    title: 'Mozilla Firefox',
    registryKey: 'SOFTWARE\\Policies\\Mozilla\\Firefox',
    macDomain: 'org.mozilla.firefox',
    linuxFolder: '/etc/firefox/policies',
  },
  chromium: {
    title: 'Chromium',
    registryKey: 'SOFTWARE\\Policies\\Chromium',
    macDomain: 'org.chromium.Chromium',
    linuxFolder: '/etc/chromium/policies/managed',
  },
};

type WithId = Pick<Deployment, 'extensionId'>;

/** Waymark's id in a browser. */
export function idIn(browser: Browser, { extensionId }: WithId): string {
  return browser === 'firefox' ? IDENTITY.geckoId : extensionId;
}

/** Key below HKEY_LOCAL_MACHINE that holds Waymark's settings. */
export function managedKey(browser: Browser, deployment: WithId): string {
  const { registryKey } = BROWSER_FACTS[browser];
  const id = idIn(browser, deployment);
  return browser === 'firefox'
    ? `${registryKey}\\3rdparty\\Extensions\\${id}`
    : `${registryKey}\\3rdparty\\extensions\\${id}\\policy`;
}

/** Line of `ExtensionInstallForcelist`: id, semicolon, address to install and update from. */
export function forcelistLine({ packages, extensionId }: Deployment): string {
  return `${extensionId};${addressesIn(packages).chromiumUpdates}`;
}

/**
 * Waymark's entry in `ExtensionSettings`. Without `override_update_url` a Chromium browser installs
 * from the address and then never updates, since the package itself names none.
 */
export function extensionEntry(browser: Browser, { packages }: Deployment): Json {
  const { chromiumUpdates, firefox } = addressesIn(packages);
  if (browser === 'firefox') {
    return {
      installation_mode: 'force_installed',
      install_url: firefox,
      updates_disabled: false,
      default_area: 'navbar',
    };
  }
  return {
    installation_mode: 'force_installed',
    update_url: chromiumUpdates,
    override_update_url: true,
    ...(browser === 'edge' ? { toolbar_state: 'force_shown' } : { toolbar_pin: 'force_pinned' }),
  };
}

/** The whole policy of one browser as JSON; nothing in it belongs to anybody else. */
export function policyOf(browser: Browser, deployment: Deployment): Json {
  const id = idIn(browser, deployment);
  const managed = {
    [browser === 'firefox' ? 'Extensions' : 'extensions']: {
      [id]: deployment.settings,
    },
  };
  return {
    ExtensionSettings: { [id]: extensionEntry(browser, deployment) },
    ...(Object.keys(deployment.settings).length > 0 ? { '3rdparty': managed } : {}),
  };
}
