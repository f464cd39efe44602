import type { Page } from 'playwright-core';
import { filesUnder } from '@/scripts/package/files.ts';
import { firefoxPackages } from '@/scripts/package/packages.ts';
import type { Profile } from '@/scripts/start/browser.ts';
import { openFirefox } from '@/scripts/start/firefox.ts';
import { type Simulator, startSimulator } from '@/simulator/index.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import type { Settings } from '@/utils/policy/settings.ts';
import { type FileServer, fileServer } from '../policy/file-server.ts';
import { until } from '../policy/managed-world.ts';
import { type Configuration, openTeam, type Team } from '../policy/team.ts';

/** Firefox's one policy file, below `/etc`. */
export const POLICY_FILE = 'firefox/policies/policies.json';

/** What the organisation has in it already; ours is merged into that. */
export const ORGANISATION = {
  policies: {
    DisableTelemetry: true,
    Preferences: {
      // Firefox ESR takes a package that Mozilla has not signed only with this.
      'xpinstall.signatures.required': { Value: false, Status: 'locked' },
    },
  },
};

export type Installed = Readonly<{ version: string; mayBeRemoved: boolean }>;

/** A clean Firefox with nothing but the organisation's `policies.json`. */
export type ManagedFirefox = Readonly<{
  simulator: Simulator;
  server: FileServer;
  team: Team;
  configuration: Configuration;
  profile: () => Profile;
  /** Firefox's own page of add-ons. */
  addons: () => Page;
  /** Puts a package of this version on the server. */
  publish: (version: string) => void;
  /** Policies are read when the browser starts. */
  restart: () => Promise<void>;
  installed: () => Promise<Installed | undefined>;
  /** A page of the extension, in a tab of its own. It stays open: its closing is never reported. */
  own: () => Promise<Page>;
  close: () => Promise<void>;
}>;

export async function openManagedFirefox(
  scenario: string,
  settings: (clientId: string) => Settings,
): Promise<ManagedFirefox> {
  const server = fileServer();
  const publish = (version: string) => {
    const builds = { firefox: filesUnder('.output/firefox-mv3'), version };
    server.serve(firefoxPackages(builds, { baseUrl: server.address }));
  };
  publish('1.0.0');
  const simulator = await startSimulator({ scenario, sites: [server.site] });
  const team = await openTeam();
  const configuration = {
    organisation: 'Contoso',
    packages: server.address,
    browsers: ['firefox'],
    platforms: ['linux'],
    settings: settings(simulator.world.app.clientId),
  };
  await team.write(POLICY_FILE, ORGANISATION);
  await team.runScript('install', configuration);
  let running = await start(simulator, team.etc);
  await until(async () => (await installed(running.addons)) !== undefined);
  return {
    ...{ simulator, server, team, configuration, publish },
    profile: () => running.profile,
    addons: () => running.addons,
    restart: async () => {
      await running.profile.context.close();
      running = await start(simulator, team.etc, running.profile.folder);
    },
    installed: () => installed(running.addons),
    own: () => openOwn(running),
    close: async () => {
      await running.profile.close();
      await simulator.close();
      await team.close();
    },
  };
}

type Running = Readonly<{ profile: Profile; addons: Page }>;

/** Starts the browser, with `home` again in the profile of before. */
async function start(simulator: Simulator, etc: string, home?: string): Promise<Running> {
  const profile = await openFirefox({
    simulator,
    headless: true,
    theme: 'light',
    extension: null,
    etc,
    ...(home ? { home } : {}),
    preferences: {
      // As Firefox comes: what is allowed here, the organisation's policy allows.
      'xpinstall.signatures.required': true,
      'extensions.autoDisableScopes': 15,
      // The driver switches off what keeps a browser's add-ons up to date.
      'extensions.update.enabled': true,
      'extensions.update.autoUpdateDefault': true,
    },
  });
  const addons = await profile.context.newPage();
  await addons.goto('about:addons', { waitUntil: 'commit' });
  return { profile, addons };
}

async function openOwn({ profile, addons }: Running): Promise<Page> {
  await installed(addons);
  const page = await profile.context.newPage();
  await page.goto(`${profile.origin}/options.html`, { waitUntil: 'commit' });
  await page.locator('main').waitFor();
  return page;
}

/** The parts of Firefox's own page of add-ons that are used here. */
type Chrome = Readonly<{
  WebExtensionPolicy: Readonly<{
    getByID: (id: string) => Readonly<{ readyPromise: Promise<unknown> }> | null;
  }>;
  ChromeUtils: Readonly<{
    importESModule: (module: string) => Readonly<{
      AddonManager: Readonly<{
        getAddonByID: (
          id: string,
        ) => Promise<Readonly<{ version: string; permissions: number }> | null>;
        PERM_CAN_UNINSTALL: number;
      }>;
      AddonManagerPrivate: Readonly<{ backgroundUpdateCheck: () => Promise<void> }>;
    }>;
  }>;
}>;

/** What runs; resolves only once it does. */
async function installed(addons: Page): Promise<Installed | undefined> {
  const found = await addons.evaluate(async (id) => {
    const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as Chrome;
    const { AddonManager } = ChromeUtils.importESModule(
      'resource://gre/modules/AddonManager.sys.mjs',
    );
    const addon = await AddonManager.getAddonByID(id);
    const running = WebExtensionPolicy.getByID(id);
    if (!addon || !running) return null;
    await running.readyPromise;
    const mayBeRemoved = (addon.permissions & AddonManager.PERM_CAN_UNINSTALL) !== 0;
    return { version: addon.version, mayBeRemoved };
  }, IDENTITY.geckoId);
  return found ?? undefined;
}

/** What the browser does by itself once a day. */
export async function askForUpdates(addons: Page): Promise<void> {
  await addons.evaluate(() => {
    const { ChromeUtils } = globalThis as unknown as Chrome;
    const { AddonManagerPrivate } = ChromeUtils.importESModule(
      'resource://gre/modules/AddonManager.sys.mjs',
    );
    void AddonManagerPrivate.backgroundUpdateCheck();
  });
}
