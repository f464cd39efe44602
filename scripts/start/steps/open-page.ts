import { ONE_TIME_CODE } from '../../../simulator/identity/steps.ts';
import { press } from '../panel.ts';
import { passSignIn } from '../sign-in.ts';
import type { Walk } from '../walk.ts';

/** Presses "Open the page" in a step and waits until the page and the panel in it are there. */
export async function openPage({ page, panel, scenario }: Walk, stepId: string): Promise<void> {
  const [{ username, password }] = scenario.accounts;
  const before = page.url();
  await press(await panel(), 'open-page', `[data-step="${stepId}"]`);
  await page.waitForURL((url) => url.href !== before, { timeout: 15_000 }).catch(() => undefined);
  await passSignIn(page, { username, password, code: () => ONE_TIME_CODE });
  await panel();
  await page.waitForTimeout(500);
}
