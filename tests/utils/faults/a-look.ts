import { vi } from 'vitest';
import type { World } from '@/simulator/world.ts';
import { getToken } from '@/utils/auth/index.ts';
import { CheckRun } from '@/utils/background/check-run.ts';
import { Rechecks } from '@/utils/background/rechecks.ts';
import { visited } from '@/utils/background/visits.ts';
import { scopesFor } from '@/utils/graph/index.ts';
import type { InquiryContext } from '@/utils/inquiry/index.ts';
import { tenantOf } from '@/utils/state/stored.ts';
import { aState } from '../a-state.ts';
import { aBackground } from '../background/a-background.ts';
import { type Loopback, serveGraph } from '../graph/loopback.ts';

/** By step id: the status, with the reason where it cannot be told. */
export type Verdicts = Readonly<Record<string, string>>;

/** Keeps appointments, but leaves it to the test to let their time come. */
class PatientRechecks extends Rechecks {
  override async arm(): Promise<void> {
    await Promise.resolve();
  }
}

/** The shipped background over a simulated tenant, real HTTP, and a clock of its own. */
export async function aLook(world: World, { answers, identity }: InquiryContext) {
  if (!identity) throw new Error('somebody has to be signed in');
  const { tenantId, userId, username } = identity;
  const account = { tenantId, userId, username };
  const state = aState({
    local: { account, tenants: { [tenantId]: { answers, progress: {}, watched: {} } } },
  });
  const { background, state: now } = aBackground(state, {
    clientId: 'c11e0000-0000-4000-8000-000000000001',
  });
  const loopback: Loopback = await serveGraph(world);
  vi.mocked(getToken).mockResolvedValue({
    ok: true,
    accessToken: 'token',
    scopes: scopesFor('full'),
    account,
    expiresAt: '',
  });
  const { clock } = background;
  clock.now = () => world.clock.nowMs();
  clock.sleep = loopback.ports.sleep;
  clock.fetch = loopback.ports.fetch ?? fetch;
  const run = new CheckRun(background);
  const rechecks: Rechecks = new PatientRechecks(background, (steps) => run.run(rechecks, steps));

  return {
    close: loopback.close,
    findings: () => now().session.findings,
    /** Somebody presses "Check now". */
    checkNow: () => run.run(rechecks),
    /** When we look next by ourselves, milliseconds since the epoch. */
    nextMs: (): number | undefined => {
      const { nextCheckAt } = now().session;
      return nextCheckAt === undefined ? undefined : Date.parse(nextCheckAt);
    },
    /** Lets time pass to the next look by ourselves, and makes it. */
    waitForNext: async (): Promise<void> => {
      const atMs = Date.parse(now().session.nextCheckAt ?? '');
      if (Number.isNaN(atMs)) throw new Error('nothing is appointed');
      world.clock.advance(Math.max(0, atMs - world.clock.nowMs()));
      await rechecks.due();
    },
    /** Somebody comes by two minutes later, and clicks nothing. */
    comeBy: async (): Promise<void> => {
      world.clock.advance(120_000);
      const looking = vi.spyOn(run, 'run');
      await visited({ background, run, rechecks });
      await looking.mock.results[0]?.value;
      looking.mockRestore();
    },
    verdicts: (): Verdicts => {
      const { progress } = tenantOf(now().local);
      const entries = Object.entries(progress).map(([id, { outcome }]) => {
        const reason = outcome.status === 'cannot-tell' ? `: ${outcome.reason}` : '';
        return [id, `${outcome.status}${reason}`] as const;
      });
      return Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other)));
    },
  };
}
