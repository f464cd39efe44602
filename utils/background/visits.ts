import type { Background } from './background.ts';
import type { CheckRun } from './check-run.ts';
import { anythingVisible, type Rechecks } from './rechecks.ts';
import { spreadLooks } from './settled.ts';
import { wantedLook } from './wanted-look.ts';

type Parts = Readonly<{ background: Background; run: CheckRun; rechecks: Rechecks }>;

/**
 * Somebody looks. Reads what an appointment that passed unseen was about and the step being worked
 * on, or all steps when what is known is old; else nothing. The limits of Conditional Access and of
 * the reports are shared by everybody in the tenant.
 */
export async function visited({ background, run, rechecks }: Parts): Promise<void> {
  const state = await background.store.read();
  if (!state.local.account || state.session.busy) return;
  const nowMs = background.clock.now();
  const look = wantedLook(state, background.guide, nowMs);
  if (look) void run.run(rechecks, look);
  else
    for (const [id, atMs] of spreadLooks(state, background.guide, nowMs))
      await rechecks.add(id, atMs);
}

/** A tab or window came to the front. */
export async function cameBack(parts: Parts): Promise<void> {
  if (await anythingVisible()) await visited(parts);
}
