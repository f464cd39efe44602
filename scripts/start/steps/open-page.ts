import { ONE_TIME_CODE } from '../../../simulator/identity/steps.ts';
import { press } from '../panel.ts';
import { passSignIn } from '../sign-in.ts';
import type { Walk } from '../walk.ts';

/** How often somebody presses again where nothing came of it. */
const MOST_PRESSES = 3;

/** Opens a step’s page with its button and waits until the page and the panel in it are there. */
export async function openPage({ page, panel, scenario }: Walk, stepId: string): Promise<void> {
  const [{ username, password }] = scenario.accounts;
  const before = page.url();
  for (let presses = 0; presses < MOST_PRESSES && page.url() === before; presses += 1) {
    await press(await panel(), 'open-page', `[data-step="${stepId}"]`);
    const options = { timeout: 15_000, waitUntil: 'commit' } as const;
    await page.waitForURL((url) => url.href !== before, options).catch(() => undefined);
  }
  await page.waitForLoadState();
  await passSignIn(page, { username, password, code: () => ONE_TIME_CODE });
  await panel();
  await page.waitForTimeout(500);
}
