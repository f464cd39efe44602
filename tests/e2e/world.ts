import type { Frame, Page } from 'playwright-core';
import {
  type OpenBrowser,
  openProfile,
  type Profile,
  type ProfileOptions,
} from '@/scripts/start/browser.ts';
import { panelOf, pressChip } from '@/scripts/start/panel.ts';
import { passSignIn } from '@/scripts/start/sign-in.ts';
import { ONE_TIME_CODE } from '@/simulator/identity/steps.ts';
import { type Simulator, startSimulator } from '@/simulator/index.ts';
import { findScenario } from '@/simulator/scenarios/index.ts';
import type { Scenario } from '@/simulator/scenarios/scenario.ts';
import type { PanelView } from '@/utils/domain/view.ts';

/** A simulated tenant, a clean browser with the production build, and a person at the keyboard. */
export type World = Readonly<{
  simulator: Simulator;
  scenario: Scenario;
  profile: Profile;
  page: Page;
  /** A page of the extension, to speak to the background as the panel does. */
  own: Page;
  close: () => Promise<void>;
}>;

export async function openWorld(
  scenarioName: string,
  options: Partial<ProfileOptions> = {},
  open: OpenBrowser = openProfile,
): Promise<World> {
  const simulator = await startSimulator({ scenario: scenarioName });
  const scenario = findScenario(scenarioName);
  const profile = await open({ simulator, headless: true, theme: 'light', ...options });
  const [page = await profile.context.newPage()] = profile.context.pages();
  const own = await profile.context.newPage();
  await own.goto(`${profile.origin}/options.html`, { waitUntil: 'commit' });
  await own.locator('main').waitFor();
  await page.bringToFront();
  const close = async () => {
    await profile.close();
    await simulator.close();
  };
  return { simulator, scenario, profile, page, own, close };
}

/** Sends one message to the background and resolves with its reply. */
export function ask<Reply>(own: Page, name: string, request: object = {}): Promise<Reply> {
  return own.evaluate(
    ([message]) => chrome.runtime.sendMessage(message),
    [{ name, request }],
  ) as Promise<Reply>;
}

export function view(own: Page): Promise<PanelView> {
  return ask<PanelView>(own, 'getView');
}

export async function stateOf(own: Page, stepId: string): Promise<string> {
  const { steps } = await view(own);
  const step = steps.find(({ id }) => id === stepId);
  return `${step?.state ?? 'missing'}${step?.reason ? ` ${step.reason}` : ''}`;
}

/** Sets the app registration, as the options page does. */
export async function connect({ own, simulator }: World): Promise<void> {
  await ask(own, 'saveSettings', { clientId: simulator.world.app.clientId });
}

/** Who is at the keyboard in this scenario, with what they type. */
export function keyboard({ scenario }: World) {
  const [{ username, password }] = scenario.accounts;
  return { username, password, code: () => ONE_TIME_CODE };
}

/** Presses "sign in" and passes Microsoft's pages, consenting for the organisation. */
export async function signIn(world: World): Promise<void> {
  const { profile, own } = world;
  const opening = profile.context.waitForEvent('page');
  const done = ask(own, 'signIn');
  await passConsent(await opening, world);
  await done;
}

export async function passConsent(window: Page, world: World): Promise<void> {
  await window.waitForLoadState('domcontentloaded').catch(() => undefined);
  await passSignIn(window, { ...keyboard(world), stopAt: '#forAll' });
  if (window.isClosed()) return;
  if (await window.locator('#forAll').count()) {
    await window.locator('#forAll').check();
    await window.locator('#idSIButton9').click();
  }
  if (!window.isClosed()) await window.waitForEvent('close', { timeout: 15_000 }).catch(() => null);
}

/** Opens a portal page, signing in to the portal on the way, and the panel in it. */
export async function openPortal(world: World, url: string): Promise<Frame> {
  const { page } = world;
  await page.goto(url);
  await passSignIn(page, keyboard(world));
  await page.waitForSelector('waymark-panel', { state: 'attached', timeout: 15_000 });
  await page.waitForTimeout(500);
  const open = page.frames().some((frame) => frame.url().includes('panel.html'));
  if (!open) await pressChip(page);
  return panelOf(page);
}

/** Signed in, tier and account answered, first check done. */
export async function ready(world: World): Promise<void> {
  await connect(world);
  await signIn(world);
  const { partnerTier = 'direct' } = world.scenario.expected.answers;
  await ask(world.own, 'answer', { question: 'partnerTier', value: partnerTier });
  await ask(world.own, 'answer', {
    question: 'integrationAccount',
    value: world.scenario.integrationAccount,
  });
  await ask(world.own, 'checkNow');
}

/** Stops the background worker, as the browser does after half a minute without work. */
export async function killWorker({ own, profile }: World): Promise<void> {
  const session = await profile.context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Reloads the extension while portals are open, as an update does. */
export async function reloadExtension(world: World): Promise<void> {
  await manageExtension(world, async (id) => {
    // See `Management` for the cast.
    const { developerPrivate } = chrome as unknown as Management;
    await developerPrivate.reload(id, { failQuietly: true });
  });
}

/** Switches the extension off and on again, as on the browser's page of extensions. */
export async function switchOffAndOn(world: World): Promise<void> {
  await manageExtension(world, async (id) => {
    await chrome.management.setEnabled(id, false);
    await chrome.management.setEnabled(id, true);
  });
}

/** What only the browser's own page of extensions has: no package of types names it. */
type Management = {
  developerPrivate: {
    updateProfileConfiguration: (change: object) => Promise<void>;
    reload: (id: string, options: object) => Promise<unknown>;
  };
};

/** @param act Runs in the browser's own page of extensions, with our extension's id. */
async function manageExtension(
  { profile, page }: World,
  act: (id: string) => Promise<void>,
): Promise<void> {
  const extensions = await profile.context.newPage();
  await extensions.goto('chrome://extensions');
  // Chromium keeps an unpacked extension off after a reload unless developer mode is on. See
  // `Management` for the cast.
  await extensions.evaluate(() =>
    (chrome as unknown as Management).developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  );
  await extensions.evaluate(act, profile.extensionId);
  await extensions.close();
  await page.bringToFront();
}
