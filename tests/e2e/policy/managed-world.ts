import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { extensionIdOf, publicKeyOf } from '@/scripts/package/crx3.ts';
import { filesUnder } from '@/scripts/package/files.ts';
import { chromiumPackages } from '@/scripts/package/packages.ts';
import { openProfile } from '@/scripts/start/browser.ts';
import { type Simulator, startSimulator } from '@/simulator/index.ts';
import { findScenario } from '@/simulator/scenarios/index.ts';
import type { Settings } from '@/utils/policy/settings.ts';
import type { World } from '../world.ts';
import { type FileServer, fileServer } from './file-server.ts';
import { openTeam, type Team } from './team.ts';

/** A clean browser with nothing but the organisation's policy. */
export type ManagedWorld = World &
  Readonly<{
    server: FileServer;
    extensionId: string;
    /** Puts a package of this version on the server. */
    publish: (version: string) => void;
    /** Presses "Reload policies", as our documents say. */
    reloadPolicies: () => Promise<void>;
    /** Takes Waymark out of the policies, as our documents say. */
    removePolicy: () => Promise<void>;
    /** Has the organisation deliver these settings as they are, past the generator's checks. */
    deliver: (settings: Readonly<Record<string, unknown>>) => Promise<void>;
    /** The version that runs now; nothing when none does. */
    version: () => Promise<string | undefined>;
    /** Has the browser ask the server for a newer version, as it does by itself every few hours. */
    askForUpdates: () => Promise<void>;
  }>;

export async function openManagedWorld(
  scenarioName: string,
  settings: (clientId: string) => Settings,
): Promise<ManagedWorld> {
  const publisher = openPublisher();
  const { extensionId, server } = publisher;
  const simulator = await startSimulator({
    scenario: scenarioName,
    redirectUris: [`https://${extensionId}.chromiumapp.org/`],
    sites: [server.site],
  });
  const configuration = {
    organisation: 'Contoso',
    packages: server.address,
    extensionId,
    browsers: ['chromium'],
    platforms: ['linux'],
    settings: settings(simulator.world.app.clientId),
  };
  const team = await openTeam();
  // A force-installed extension can be driven by a test only with this.
  await team.write(`${MANAGED}/organisation.json`, { DeveloperToolsAvailability: 1 });
  await team.copyFiles(configuration);
  const browser = await openManagedBrowser(simulator, extensionId, team);
  const { profile, own } = browser;
  return {
    ...publisher,
    ...browser,
    simulator,
    scenario: findScenario(scenarioName),
    reloadPolicies: () => reloadPolicies(profile.context),
    removePolicy: () => team.runScript('remove', configuration),
    deliver: (delivered) => deliver(team, extensionId, delivered),
    askForUpdates: () => askForUpdates(own),
    close: async () => {
      await profile.close();
      await simulator.close();
      await team.close();
    },
  };
}

/** The organisation with its server and its own key, made for this run and gone after it. */
function openPublisher(): Pick<ManagedWorld, 'server' | 'extensionId' | 'publish'> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = fileServer();
  const publish = (version: string) => {
    const builds = { chromium: filesUnder('.output/chrome-mv3'), version };
    server.serve(chromiumPackages(builds, { privateKey, baseUrl: server.address }));
  };
  publish('1.0.0');
  return { server, extensionId: extensionIdOf(publicKeyOf(privateKey)), publish };
}

/** Chromium under the policies, as soon as they have installed Waymark. */
async function openManagedBrowser(simulator: Simulator, extensionId: string, team: Team) {
  const profile = await openProfile({
    simulator,
    headless: true,
    theme: 'light',
    extension: null,
    policies: path.join(team.etc, 'chromium'),
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
  const origin = `chrome-extension://${extensionId}`;
  return { profile: { ...profile, extensionId, origin }, page, own, version };
}

async function deliver(
  team: Team,
  extensionId: string,
  delivered: Readonly<Record<string, unknown>>,
): Promise<void> {
  const policies = await team.read(`${MANAGED}/waymark.json`);
  const managed = { extensions: { [extensionId]: delivered } };
  await team.write(`${MANAGED}/waymark.json`, { ...policies, '3rdparty': managed });
}

const MANAGED = 'chromium/policies/managed';

export async function until(isSo: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
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

/** In front, as a person has it: pressed on a page behind others, the settings did not come. */
async function reloadPolicies(context: BrowserContext): Promise<void> {
  const policies = await context.newPage();
  await policies.goto('chrome://policy');
  await policies.waitForTimeout(1500);
  await policies.locator('#reload-policies').click();
  await policies.waitForTimeout(5000);
  await policies.close();
}

/** "Update" on the browser's page of extensions would install at once, busy or not. */
async function askForUpdates(own: Page): Promise<void> {
  await own.evaluate(() => chrome.runtime.requestUpdateCheck());
}
