import { openStep, stateOf, waitForState } from '../panel.ts';
import { followRing, type Typed } from '../robot.ts';
import type { Walk } from '../walk.ts';
import { openPage } from './open-page.ts';

const TYPED: Typed = [{ field: /name/i, text: () => 'Work 365: MFA at every sign-in' }];

/** Security defaults off, then one Conditional Access policy, following the ring through Entra. */
export async function requireMfa(walk: Walk): Promise<void> {
  const { page, panel, film, simulator } = walk;
  await openStep(await panel(), 'mfa-required');
  const onRing = (ring: Readonly<{ name: string }>) =>
    film.take(page, `entra ${ring.name}`, `Entra: the ring points at “${ring.name}”`);
  if (simulator.control.tenant.truth.securityDefaults) {
    await openPage(walk, 'mfa-required');
    await followRing(page, {
      panel,
      typed: TYPED,
      onRing,
      until: async () => !simulator.control.tenant.truth.securityDefaults,
    });
    await waitForState(await panel(), 'mfa-required', ['not-done']);
  }
  await openPage(walk, 'mfa-required');
  await followRing(page, {
    panel,
    typed: TYPED,
    onRing,
    until: async () => (await stateOf(await panel(), 'mfa-required')) === 'done',
  });
  await waitForState(await panel(), 'mfa-required', ['done']);
}
