import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import guide from '@/guides/work365-partner-center/guide.ts';
import type { CheckRun } from '@/utils/background/check-run.ts';
import type { Rechecks } from '@/utils/background/rechecks.ts';
import { cameBack, visited } from '@/utils/background/visits.ts';
import type { Session, State } from '@/utils/state/stored.ts';
import { aState, INTEGRATION_ACCOUNT, judged, NOON_MS, provedUpTo } from '../a-state.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(NOON_MS - minutes * MINUTE).toISOString();
const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;
const ALL_DONE = Object.fromEntries(guide.steps.map(({ id }) => [id, judged('done')]));

function visit(state: State, come = visited) {
  const { background } = aBackground(state);
  background.clock.now = () => NOON_MS;
  const run = vi.fn(async () => undefined);
  const parts = { background, run: { run } as unknown as CheckRun, rechecks: {} as Rechecks };
  return come(parts).then(() => run);
}

/** Half way through the guide, at "MFA is required". */
const midway = (session: Partial<Session>) =>
  aState({ tenant: { answers, progress: provedUpTo('mfa-required') }, session });
const settled = (checkedAgo: number, session: Partial<Session> = {}) =>
  aState({
    tenant: { answers, progress: ALL_DONE, checkedAt: ago(checkedAgo) },
    session,
  });

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue('chrome-extension://id/*');
});

describe('somebody who comes by', () => {
  test('has nothing read that was looked at just now', async () => {
    expect(await visit(midway({ lookedAt: ago(0) }))).not.toHaveBeenCalled();
  });

  test('has the step being worked on read when it is a minute old, and no other', async () => {
    const run = await visit(midway({ lookedAt: ago(2) }));

    expect(run).toHaveBeenCalledExactlyOnceWith(expect.anything(), ['mfa-required']);
  });

  test('does not have a step read that Graph keeps from us: that has its own back-off', async () => {
    const progress = { ...provedUpTo('mfa-required'), 'mfa-required': judged('cannot-tell') };
    const state = aState({ tenant: { answers, progress }, session: { lookedAt: ago(2) } });

    expect(await visit(state)).not.toHaveBeenCalled();
  });

  test('has all steps read when that is an hour ago, or never was', async () => {
    for (const session of [{ lookedAt: ago(61), glancedAt: ago(0) }, {}]) {
      const run = await visit(midway(session));
      expect(run).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'stale');
    }
  });

  test('has a look made that came due while nobody was there', async () => {
    const nextLooks = { 'policy-settled': ago(1), 'mfa-proved': ago(-5) };
    const run = await visit(midway({ lookedAt: ago(0), nextLooks }));

    expect(run).toHaveBeenCalledExactlyOnceWith(expect.anything(), ['policy-settled']);
  });

  test('when all is done has it read once a day, also in a browser that was started again', async () => {
    expect(await visit(settled(23 * 60))).not.toHaveBeenCalled();
    expect(await visit(settled(23 * 60, { lookedAt: ago(120) }))).not.toHaveBeenCalled();
    expect(await visit(settled(25 * 60))).toHaveBeenCalledExactlyOnceWith(
      expect.anything(),
      'stale',
    );
  });

  test('is not kept waiting by a clock that was ahead', async () => {
    expect(await visit(midway({ lookedAt: ago(-600) }))).toHaveBeenCalledWith(
      expect.anything(),
      'stale',
    );
  });

  test('while a check runs starts no second one', async () => {
    expect(await visit(midway({ busy: { done: 1, total: 9 } }))).not.toHaveBeenCalled();
  });

  test('without being signed in has nothing read', async () => {
    expect(await visit(aState({ signedOut: true }))).not.toHaveBeenCalled();
  });
});

describe('a window that comes to the front', () => {
  test('has nothing read while it shows neither a portal nor a page of ours', async () => {
    expect(await visit(midway({}), cameBack)).not.toHaveBeenCalled();
  });

  test('is a visit when it shows a portal', async () => {
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);

    expect(await visit(midway({}), cameBack)).toHaveBeenCalledTimes(1);
  });
});
