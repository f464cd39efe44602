import { checkNow, waitForState } from '../panel.ts';
import type { Walk } from '../walk.ts';

const MINUTE = 60_000;

/** Shows the countdown, then lets simulated time pass. */
export async function waitForPolicy({ page, panel, film, simulator, note }: Walk): Promise<void> {
  await waitForState(await panel(), 'policy-settled', ['in-progress', 'done']);
  await page.waitForTimeout(400);
  await film.take(page, 'policy-wait', 'A new policy needs 5 to 10 minutes: a calm countdown');
  simulator.control.advance(11 * MINUTE);
  note('Eleven minutes pass in the simulated tenant; the policy needs them');
  await checkNow(await panel());
  await waitForState(await panel(), 'policy-settled', ['done']);
}
