import { openStep, press, waitForState } from '../panel.ts';
import type { Walk } from '../walk.ts';

/** What Graph cannot see is stated by the administrator, and looks like it. */
export async function confirmByHand({ page, panel, film }: Walk): Promise<void> {
  const frame = await panel();
  await openStep(frame, 'consent-order');
  await film.take(
    page,
    'consent',
    'Two consents in order: Graph cannot see this, so your word counts',
  );
  await press(frame, 'attest', '[data-step="consent-order"]');
  await waitForState(frame, 'consent-order', ['done']);
}
