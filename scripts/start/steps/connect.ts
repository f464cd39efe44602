import type { Page } from 'playwright-core';
import type { Simulator } from '../../../simulator/index.ts';
import type { Profile } from '../browser.ts';

const MOST_TRIES = 200;

/** Fills in the options page as a new organisation would: the app registration to sign in with. */
export async function connectExtension(
  { origin }: Profile,
  simulator: Simulator,
  page: Page,
): Promise<void> {
  // Firefox tells nobody when a page of an extension has loaded.
  await page.goto(`${origin}/options.html`, { waitUntil: 'commit' });
  const field = page.locator('input[name="clientId"]');
  // Key by key: only what is typed counts as changed in Firefox.
  await field.pressSequentially(simulator.world.app.clientId);
  await field.press('Tab');
  for (let tries = 0; !(await isSaved(page, simulator.world.app.clientId)); tries += 1) {
    if (tries > MOST_TRIES) throw new Error('The options page does not save what is typed.');
    await page.waitForTimeout(100);
  }
}

/** Whether the background has what was typed. */
async function isSaved(page: Page, clientId: string): Promise<boolean> {
  const settings = await page.evaluate(() =>
    chrome.runtime.sendMessage({ name: 'getSettings', request: {} }),
  );
  return JSON.stringify(settings).includes(clientId);
}
