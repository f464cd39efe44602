import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { extensionIdOf, publicKeyOf } from '@/scripts/package/crx3.ts';
import { filesUnder } from '@/scripts/package/files.ts';
import { chromiumPackages } from '@/scripts/package/packages.ts';
import { openProfile } from '@/scripts/start/browser.ts';
import { startSimulator } from '@/simulator/index.ts';
import { findScenario } from '@/simulator/scenarios/index.ts';
import type { Settings } from '@/utils/policy/settings.ts';
import type { World } from '../world.ts';
import { startUpdateServer, type UpdateServer } from './update-server.ts';

/** A clean browser with nothing but the organisation's policy. */
export type ManagedWorld = World &
  Readonly<{
    server: UpdateServer;
    extensionId: string;
    /** Puts a package of this version on the server. */
    publish: (version: string) => void;
    /** Writes the policy file; `null` takes it away. */
    setPolicy: (settings: Settings | null) => Promise<void>;
    /** The version that runs now; nothing when none does. */
    version: () => Promise<string | undefined>;
    /** Has the browser ask the server for a newer version, as it does by itself every few hours. */
    askForUpdates: () => Promise<void>;
  }>;

/** The organisation's own key: made for this run, gone after it. */
export async function openManagedWorld(
  scenarioName: string,
  settings: (clientId: string) => Settings,
): Promise<ManagedWorld> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const extensionId = extensionIdOf(publicKeyOf(privateKey));
  const server = await startUpdateServer();
  const publish = (version: string) => {
    const builds = { chromium: filesUnder('.output/chrome-mv3'), version };
    server.serve(chromiumPackages(builds, { privateKey, baseUrl: server.baseUrl }));
  };
  publish('1.0.0');

  const policies = await mkdtemp(path.join(tmpdir(), 'waymark-policies-'));
  const managed = path.join(policies, 'policies', 'managed');
  await mkdir(managed, { recursive: true });
  const file = path.join(managed, 'waymark.json');
  const setPolicy = async (next: Settings | null) => {
    if (next) await writeFile(file, policyFile(extensionId, server.baseUrl, next));
    else await rm(file);
  };

  const redirectUris = [`https://${extensionId}.chromiumapp.org/`];
  const simulator = await startSimulator({ scenario: scenarioName, redirectUris });
  await setPolicy(settings(simulator.world.app.clientId));
  const profile = await openProfile({
    simulator,
    headless: true,
    theme: 'light',
    extension: null,
    policies,
  });
  const { context } = profile;
  const [page = await context.newPage()] = context.pages();
  const extensions = await context.newPage();
  await extensions.goto('chrome://extensions');
  const version = () => installedVersion(extensions, extensionId);
  await until(async () => (await version()) !== undefined);
  const own = await context.newPage();
  await own.goto(`chrome-extension://${extensionId}/options.html`);
  await page.bringToFront();
  return {
    simulator,
    scenario: findScenario(scenarioName),
    profile: { ...profile, extensionId },
    page,
    own,
    server,
    extensionId,
    publish,
    setPolicy,
    version,
    askForUpdates: () => askForUpdates(own),
    close: async () => {
      await profile.close();
      await simulator.close();
      await server.close();
      await rm(policies, { recursive: true, force: true });
    },
  };
}

/** What Linux takes from `/etc/chromium/policies/managed`. */
function policyFile(id: string, baseUrl: string, settings: Settings): string {
  return JSON.stringify({
    ExtensionSettings: {
      [id]: {
        installation_mode: 'force_installed',
        update_url: `${baseUrl}update.xml`,
        override_update_url: true,
      },
    },
    '3rdparty': { extensions: { [id]: settings } },
    // A force-installed extension can be driven by a test only with this.
    DeveloperToolsAvailability: 1,
  });
}

export async function until(isSo: () => Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  const endMs = Date.now() + timeoutMs;
  while (Date.now() < endMs) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Not so within ${timeoutMs / 1000} s: ${isSo}`);
}

/** The part of the browser's own page of extensions that is used here. */
type DeveloperPrivate = Readonly<{
  getExtensionsInfo: () => Promise<readonly Readonly<{ id: string; version: string }>[]>;
}>;

async function installedVersion(extensions: Page, id: string): Promise<string | undefined> {
  const all = await extensions.evaluate(() =>
    (
      chrome as unknown as { developerPrivate: DeveloperPrivate }
    ).developerPrivate.getExtensionsInfo(),
  );
  return all.find((one) => one.id === id)?.version;
}

/** "Update" on the browser's page of extensions would install at once, busy or not. */
async function askForUpdates(own: Page): Promise<void> {
  await own.evaluate(() => chrome.runtime.requestUpdateCheck());
}
