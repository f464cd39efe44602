import { openStep, stateOf, waitForState } from '../panel.ts';
import { followRing } from '../robot.ts';
import type { Walk } from '../walk.ts';
import { openPage } from './open-page.ts';

/** Follows the ring through the Microsoft 365 admin center. */
export async function assignLicence(walk: Walk): Promise<void> {
  const { page, panel, film } = walk;
  await openStep(await panel(), 'entra-licence');
  await openPage(walk, 'entra-licence');
  await followRing(page, {
    panel,
    typed: [{ field: /location/i, text: () => 'Germany' }],
    onRing: (ring) => film.take(page, `licence ${ring.name}`, `The ring points at “${ring.name}”`),
    until: async () => (await stateOf(await panel(), 'entra-licence')) === 'done',
  });
  await waitForState(await panel(), 'entra-licence', ['done']);
  await film.take(page, 'licence-done', 'The account has a licence that contains Entra ID P1');
}
