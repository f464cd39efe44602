import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { firefox } from 'playwright-core';
import type { Simulator } from '../../simulator/index.ts';
import { IDENTITY } from '../../utils/deployment/identity.ts';
import { packed } from '../../utils/deployment/zip.ts';
import { filesUnder } from '../package/files.ts';
import type { OpenBrowser, Profile } from './browser.ts';
import { NOT_BY_SIGNAL, newHome, settleIn } from './homes.ts';

const EXTENSION = path.resolve('.output/firefox-mv3');
const RELAY = path.resolve('scripts/start/firefox-relay.mjs');
const BROWSERS = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Firefox gives each installation an address of its own; here it is the same every time. */
const ORIGIN_ID = '6f1c2d3e-5a4b-4c8d-9e0f-0123456789ab';

export type FirefoxOptions = Readonly<{
  simulator: Simulator;
  headless: boolean;
  theme: 'light' | 'dark';
  /** Folder of the built extension; `null` starts the browser without it. */
  extension?: string | null;
  width?: number;
  height?: number;
  language?: string;
  /** More preferences, by name; they win over ours. */
  preferences?: Readonly<Record<string, string | number | boolean>>;
  /** Folder of an earlier profile (`Profile.folder`) to go on with; absent: a clean one. */
  home?: string;
  /** Folder laid over the machine's `/etc`, for this browser alone; see `MANAGED`. */
  etc?: string;
}>;

/** Starts Firefox under policies that are not the machine's. */
const MANAGED = path.resolve('tests/e2e/firefox/managed-firefox.sh');

/**
 * The Firefox to drive. Only an ESR (or a developer's build) takes an extension nobody has signed.
 *
 * @throws Error that says where was looked and what helps, when there is none.
 */
export function firefoxPath(places: readonly string[] = BROWSERS): string {
  const found = [process.env.FIREFOX, ...places].find((file) => file && existsSync(file));
  if (found) return found;
  throw new Error(
    `No Firefox found (looked at ${places.join(', ')}). Install firefox-esr, or name one in the variable FIREFOX.`,
  );
}

/**
 * Starts Firefox with a clean profile, the built extension installed for good and the simulated
 * hosts; the counterpart of Chromium's `openProfile`. TLS stays checked: the simulation's own
 * authority is trusted in the profile. Pages are driven over WebDriver BiDi.
 */
export async function openFirefox(options: FirefoxOptions): Promise<Profile> {
  const { simulator, headless, theme, width = 1440, height = 900 } = options;
  const home = options.home ?? (await newHome());
  const profile = path.join(home, 'profile');
  await simulator.trustInFirefox(profile);
  const extension = options.extension === undefined ? EXTENSION : options.extension;
  if (extension) await install(extension, profile);
  const context = await firefox.launchPersistentContext(profile, {
    ...NOT_BY_SIGNAL,
    // Means: not Playwright's own build, but Mozilla's.
    channel: 'moz-firefox',
    executablePath: RELAY,
    headless,
    viewport: headless ? { width, height } : null,
    locale: options.language ?? 'en-GB',
    env: environment(home, options.etc),
    // Lets the driver into pages of the extension.
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: { ...preferences(simulator, theme), ...options.preferences },
  });
  const origin = `moz-extension://${ORIGIN_ID}`;
  const close = settleIn(home, context);
  return { context, extensionId: IDENTITY.geckoId, origin, folder: home, close };
}

/**
 * `openFirefox` for a robot: a page keeps the frames of other sites in its own process, since the
 * driver's mouse reaches no frame in another.
 */
export const openFirefoxForRobot: OpenBrowser = (options) =>
  openFirefox({ ...options, preferences: { 'fission.autostart': false } });

function environment(home: string, etc: string | undefined): Record<string, string> {
  const found = firefoxPath();
  const managed = etc ? { ETC_ABOVE: etc, FIREFOX_UNDER_POLICY: found } : {};
  const program = etc ? MANAGED : found;
  return { ...process.env, HOME: home, FIREFOX_PROGRAM: program, ...managed } as Record<
    string,
    string
  >;
}

/** As an administrator who puts the package into a profile does: it stays over restarts. */
async function install(folder: string, profile: string): Promise<void> {
  const place = path.join(profile, 'extensions');
  await mkdir(place, { recursive: true });
  await writeFile(path.join(place, `${IDENTITY.geckoId}.xpi`), packed(filesUnder(folder)));
}

function preferences(simulator: Simulator, theme: 'light' | 'dark') {
  return {
    ...simulator.firefoxPreferences(),
    'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
    'xpinstall.signatures.required': false,
    // Neither off by default nor asked about: the profile's own extensions (1) count as wanted.
    'extensions.autoDisableScopes': 0,
    'extensions.startupScanScopes': 1,
    'extensions.webextensions.uuids': JSON.stringify({ [IDENTITY.geckoId]: ORIGIN_ID }),
  };
}
