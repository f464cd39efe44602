import type { Page } from 'playwright-core';
import type { Simulator } from '../../../simulator/index.ts';
import type { Profile } from '../browser.ts';

/** Fills in the options page as a new organisation would: the app registration to sign in with. */
export async function connectExtension(
  { extensionId }: Profile,
  simulator: Simulator,
  page: Page,
): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const field = page.locator('input[name="clientId"]');
  await field.fill(simulator.world.app.clientId);
  await field.press('Tab');
  await page.waitForTimeout(400);
}
