import type { Frame, Page } from 'playwright-core';
import { ONE_TIME_CODE } from '../../../simulator/identity/steps.ts';
import { panelOf, press, pressChip } from '../panel.ts';
import { type Credentials, passSignIn } from '../sign-in.ts';
import type { Walk } from '../walk.ts';

/** Opens Partner Center as the administrator, presses the chip and signs in to Waymark. */
export async function signInToWaymark(walk: Walk): Promise<void> {
  const { page, film, admin, scenario, note } = walk;
  const [{ username, password }] = scenario.accounts;
  const who = { username, password, code: () => ONE_TIME_CODE };
  await page.goto('https://partner.microsoft.com/dashboard/home');
  await passSignIn(page, who);
  note(`Partner Center is open; ${username} is signed in to it`);
  await page.waitForSelector('waymark-panel', { state: 'attached' });
  await page.waitForTimeout(1200);
  await film.take(page, 'chip', 'Partner Center: Waymark is a slim tab until the guide is started');
  await pressChip(page);
  const panel = await panelOf(page);
  await page.waitForTimeout(600);
  await film.take(page, 'start', 'The start page says what Waymark reads and what it never does');
  const opening = admin.context.waitForEvent('page');
  await press(panel, 'sign-in');
  const window = await opening;
  await signInWindow(window, who);
  await settled(await walk.panel());
  await page.waitForTimeout(600);
  await film.take(page, 'first-reading', 'Signed in: the first reading of the tenant');
  note('Signed in to Waymark; the tenant has been read for the first time');
}

/** Passes the sign-in window, consenting for the whole organisation. It closes by itself. */
async function signInWindow(window: Page, who: Credentials): Promise<void> {
  await window.waitForLoadState('domcontentloaded').catch(() => undefined);
  await passSignIn(window, { ...who, stopAt: '#forAll' });
  if (!window.isClosed() && (await window.locator('#forAll').count())) {
    await window.locator('#forAll').check();
    await window.locator('#idSIButton9').click();
  }
  if (!window.isClosed()) await window.waitForEvent('close', { timeout: 15_000 }).catch(() => null);
}

/** Waits until the first check has ended: every step Graph proves has been looked at. */
async function settled(panel: Frame): Promise<void> {
  // Selectors, since Firefox lets nobody evaluate text in a page of an extension.
  const there = { state: 'attached', timeout: 60_000 } as const;
  await panel.waitForSelector('[data-step="work365-values"][data-state="done"]', there);
  await panel.waitForSelector('[aria-busy="false"]', there);
}
