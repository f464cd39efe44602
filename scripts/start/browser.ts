import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import type { Simulator } from '../../simulator/index.ts';
import { IDENTITY } from '../../utils/deployment/identity.ts';
import { NOT_BY_SIGNAL, newHome, settleIn } from './homes.ts';

const EXTENSION = path.resolve('.output/chrome-mv3');
/** Chromium under its Debian and its older Ubuntu name, wherever the machine keeps its programs. */
const BROWSERS = (process.env.PATH ?? '/usr/bin')
  .split(path.delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => path.join(folder, name)));

export type Profile = Readonly<{
  context: BrowserContext;
  extensionId: string;
  /** Of the extension's own pages, e.g. `chrome-extension://<id>`. */
  origin: string;
  /** Where the browser keeps its profile. */
  folder: string;
  close: () => Promise<void>;
}>;

/** Starts a browser with the built extension: `openProfile`, or Firefox's `openFirefox`. */
export type OpenBrowser = (
  options: Pick<ProfileOptions, 'simulator' | 'headless' | 'theme' | 'netLog'>,
) => Promise<Profile>;

export type ProfileOptions = Readonly<{
  simulator: Simulator;
  headless: boolean;
  theme: 'light' | 'dark';
  /** Folder of the built extension; `null` starts the browser without it. */
  extension?: string | null;
  width?: number;
  height?: number;
  language?: string;
  /** File for the browser's own record of every request it makes. */
  netLog?: string | undefined;
  /** Optional permissions that were allowed at an earlier time: the browser does not ask again. */
  allowed?: readonly string[];
  /** Folder that takes the place of the machine's browser policies; see `MANAGED`. */
  policies?: string;
}>;

/** Starts Chromium under a folder of policies. */
const MANAGED = path.resolve('tests/e2e/policy/managed-chromium.sh');

/** A browser under policy installs and updates extensions over the network, as users' browsers do. */
const NETWORK_OFF = ['--disable-background-networking', '--disable-component-update'];

/**
 * The browser to drive.
 *
 * @throws Error that says where was looked and what helps, when there is none.
 */
export function chromiumPath(places: readonly string[] = BROWSERS): string {
  const found = [process.env.CHROMIUM, ...places].find((file) => file && existsSync(file));
  if (!found) {
    throw new Error(
      `No Chromium found (looked at ${places.join(', ')}). Install it, or name one in the variable CHROMIUM.`,
    );
  }
  return found;
}

/**
 * Starts Chromium with a clean profile, the built extension and the simulated hosts. TLS stays
 * checked: the simulation's own authority is trusted through the profile's certificate store.
 */
export async function openProfile(options: ProfileOptions): Promise<Profile> {
  const { simulator, headless, theme, width = 1440, height = 900 } = options;
  const home = await newHome();
  await simulator.trust(home);
  if (options.allowed) await rememberAllowed(path.join(home, 'profile'), options.allowed);
  const extension = options.extension === undefined ? EXTENSION : options.extension;
  const context = await chromium.launchPersistentContext(path.join(home, 'profile'), {
    ...NOT_BY_SIGNAL,
    executablePath: options.policies ? MANAGED : chromiumPath(),
    headless: false,
    viewport: headless ? { width, height } : null,
    colorScheme: theme,
    locale: options.language ?? 'en-GB',
    env: environment(home, options.policies),
    ignoreDefaultArgs: ['--disable-extensions', ...(options.policies ? NETWORK_OFF : [])],
    args: [
      ...(headless ? ['--headless=new'] : []),
      '--no-sandbox',
      ...(options.policies ? [] : NETWORK_OFF),
      `--window-size=${width},${height}`,
      `--lang=${options.language ?? 'en-GB'}`,
      ...(options.netLog ? [`--log-net-log=${options.netLog}`] : []),
      ...simulator.browserArguments(),
      ...(extension
        ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
        : []),
    ],
  });
  const close = settleIn(home, context);
  const extensionId = extension ? await idOf(context) : '';
  return {
    context,
    extensionId,
    origin: `chrome-extension://${extensionId}`,
    folder: home,
    close,
  };
}

/** The question itself stands in a window of the browser's that no driver can press. */
async function rememberAllowed(profile: string, api: readonly string[]): Promise<void> {
  const known = { granted_permissions: { api }, active_permissions: { api } };
  const settings = { [IDENTITY.chromiumId]: known };
  await mkdir(path.join(profile, 'Default'), { recursive: true });
  const preferences = JSON.stringify({ extensions: { settings } });
  await writeFile(path.join(profile, 'Default', 'Preferences'), preferences);
}

function environment(home: string, policies: string | undefined): Record<string, string> {
  const managed = policies ? { POLICIES: policies, CHROMIUM_UNDER_POLICY: chromiumPath() } : {};
  return { ...process.env, HOME: home, ...managed } as Record<string, string>;
}

async function idOf(context: BrowserContext): Promise<string> {
  const [running] = context.serviceWorkers();
  const worker = running ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}
