import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import guide from '@/guides/work365-partner-center/guide.ts';
import type { CheckRun } from '@/utils/background/check-run.ts';
import type { Rechecks } from '@/utils/background/rechecks.ts';
import { cameBack, visited } from '@/utils/background/visits.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import type { Session, State } from '@/utils/state/stored.ts';
import {
  aState,
  INTEGRATION_ACCOUNT,
  judged,
  NOON_MS,
  outcome,
  provedUpTo,
  TENANT_ID,
} from '../a-state.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(NOON_MS - minutes * MINUTE).toISOString();
const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;
/** All done; what is on record in logs was read a while before the rest. */
const allDone = (minutes: number, recordMinutes = minutes) =>
  Object.fromEntries(
    guide.steps.map(({ id }) => {
      const checkedAt = ago(RECORDS.includes(id) ? recordMinutes : minutes);
      return [id, judged('done', { checkedAt })];
    }),
  );

const RECORDS = ['policy-settled', 'mfa-proved'];
const STATES = Object.keys(CHECKS).filter((id) => !RECORDS.includes(id));
const HOUR = 60;
const DAY = 24 * HOUR;

function visit(state: State, come = visited) {
  const { background } = aBackground(state);
  background.clock.now = () => NOON_MS;
  const run = vi.fn(async () => undefined);
  const add = vi.fn(async (_: string, __: number) => undefined);
  const rechecks = { add } as unknown as Rechecks;
  const parts = { background, run: { run } as unknown as CheckRun, rechecks };
  return come(parts).then(() => Object.assign(run, { add }));
}

const UNPROVED = Object.fromEntries(Object.keys(CHECKS).map((id) => [id, judged('not-done')]));
/** Half way through the guide, at "MFA is required". */
const MIDWAY = { ...UNPROVED, ...provedUpTo('mfa-required') };
const midway = (session: Partial<Session>) =>
  aState({ tenant: { answers, progress: MIDWAY }, session });
const settled = (minutes: number, recordMinutes = minutes, session: Partial<Session> = {}) =>
  aState({ tenant: { answers, progress: allDone(minutes, recordMinutes) }, session });

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
    const progress = { ...MIDWAY, 'mfa-required': judged('cannot-tell') };
    const state = aState({ tenant: { answers, progress }, session: { lookedAt: ago(2) } });

    expect(await visit(state)).not.toHaveBeenCalled();
  });

  test('has all steps read when none was since the browser was started', async () => {
    const run = await visit(midway({}));
    expect(run).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'stale');
  });

  test('has those steps of an open guide read that nobody read for an hour', async () => {
    const read = { 'your-roles': judged('not-done', { checkedAt: ago(61) }) };
    const others = STATES.slice(1)
      .concat(RECORDS)
      .map((id) => [id, judged('done')]);
    const progress = { ...Object.fromEntries(others), ...read };
    const looked = { lookedAt: ago(61), glancedAt: ago(0) };
    const run = await visit(aState({ tenant: { answers, progress }, session: looked }));
    expect(run).toHaveBeenCalledExactlyOnceWith(expect.anything(), ['your-roles']);

    const all = Object.fromEntries(
      Object.keys(CHECKS).map((id) => [id, judged('not-done', { checkedAt: ago(61) })]),
    );
    const again = await visit(aState({ tenant: { answers, progress: all }, session: looked }));
    expect(again).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'stale');
  });

  test('has a look made that came due while nobody was there', async () => {
    const nextLooks = { 'policy-settled': ago(1), 'mfa-proved': ago(-5) };
    const run = await visit(midway({ lookedAt: ago(0), nextLooks }));

    expect(run).toHaveBeenCalledExactlyOnceWith(expect.anything(), ['policy-settled']);
  });

  test('when only a sign-in is missing that is on no record has nothing read for a day either', async () => {
    const nothing = judged('cannot-tell', { outcome: outcome('cannot-tell', 'not-measured-yet') });
    const progress = { ...allDone(23 * HOUR), 'mfa-proved': nothing };
    const state = aState({ tenant: { answers, progress } });

    expect(await visit(state)).not.toHaveBeenCalled();
  });

  test('when all is done has nothing read for a day, also in a browser that was started again', async () => {
    for (const state of [settled(23 * HOUR), settled(23 * HOUR, 6 * DAY, { lookedAt: ago(120) })]) {
      const run = await visit(state);
      expect(run).not.toHaveBeenCalled();
      expect(run.add).not.toHaveBeenCalled();
    }
  });

  test('when all is done has what is a day old read within four hours, records after a week', async () => {
    for (const [state, steps] of [
      [settled(25 * HOUR), STATES],
      [settled(HOUR, 8 * DAY), RECORDS],
    ] as const) {
      const { add } = await visit(state);
      expect(add.mock.calls.map(([id]) => id).sort()).toEqual([...steps].sort());
      for (const [, atMs] of add.mock.calls) {
        expect(atMs).toBeGreaterThanOrEqual(NOON_MS);
        expect(atMs).toBeLessThanOrEqual(NOON_MS + 4 * HOUR * MINUTE);
      }
    }
  });

  test('has such a look appointed once', async () => {
    const nextLooks = Object.fromEntries(STATES.map((id) => [id, ago(-30)]));
    const { add } = await visit(settled(25 * HOUR, 0, { nextLooks }));
    expect(add).not.toHaveBeenCalled();
  });

  test('colleagues who come by at the same time have it read at different times', async () => {
    const times = new Set<number>();
    for (let number = 0; number < 40; number += 1) {
      const account = { tenantId: TENANT_ID, userId: `user-${number}`, username: 'a@b.example' };
      const { local, session } = settled(25 * HOUR);
      const { add } = await visit({ local: { ...local, account }, session });
      times.add(Math.floor(((add.mock.calls[0]?.[1] ?? 0) - NOON_MS) / (30 * MINUTE)));
    }
    // Eight half hours, and nearly all of them are used.
    expect(times.size).toBeGreaterThan(5);
  });

  test('who was away for more than a weekend has it read at once', async () => {
    const run = await visit(settled(3 * DAY + 1));
    expect(run).toHaveBeenCalledExactlyOnceWith(expect.anything(), STATES);
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
