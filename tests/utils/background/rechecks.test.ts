import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextLookMs, Rechecks } from '@/utils/background/rechecks.ts';
import type { Progress } from '@/utils/domain/progress.ts';
import { words } from '@/utils/domain/words.ts';
import { aState, judged, NOON_MS, outcome } from '../a-state.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const iso = (ms: number) => new Date(ms).toISOString();

function waiting(expectedMs?: number, latestMs?: number): Progress {
  return {
    'policy-settled': judged('in-progress', {
      outcome: {
        status: 'in-progress',
        summary: words('settling'),
        evidence: [],
        ...(expectedMs === undefined ? {} : { expectedBy: iso(expectedMs) }),
        ...(latestMs === undefined ? {} : { latestBy: iso(latestMs) }),
      },
    }),
  };
}

describe('the next look by itself', () => {
  test('is none when nothing is expected to change', () => {
    expect(nextLookMs({}, undefined, NOON_MS)).toBeUndefined();
    expect(
      nextLookMs({ a: judged('not-done'), b: judged('cannot-tell') }, undefined, NOON_MS),
    ).toBe(undefined);
    expect(nextLookMs(waiting(), undefined, NOON_MS)).toBeUndefined();
  });

  test.each(['offline', 'throttled'] as const)(
    'is soon while we are %s, which passes by itself',
    (reason) => {
      const blind = judged('cannot-tell', { outcome: outcome('cannot-tell', reason) });

      expect(nextLookMs({ 'admin-agent': blind }, undefined, NOON_MS)).toBe(NOON_MS + 30 * SECOND);
    },
  );

  test('is when a wait should be over', () => {
    expect(nextLookMs(waiting(NOON_MS + 5 * MINUTE), undefined, NOON_MS)).toBe(
      NOON_MS + 5 * MINUTE + SECOND,
    );
  });

  test('comes every half minute while a wait overruns, and rarely once waiting is no use', () => {
    const overrun = waiting(NOON_MS - MINUTE, NOON_MS + MINUTE);
    const hopeless = waiting(NOON_MS - 9 * MINUTE, NOON_MS - MINUTE);

    expect(nextLookMs(overrun, undefined, NOON_MS)).toBe(NOON_MS + 30 * SECOND);
    expect(nextLookMs(hopeless, undefined, NOON_MS)).toBe(NOON_MS + 5 * MINUTE);
  });

  test.each([
    [0, 2],
    [5, 4],
    [10, 8],
    [20, 15],
    [45, 30],
    [100, 60],
    [200, 120],
  ])('%i s after a control was used comes in %i s', (sinceS, waitS) => {
    expect(nextLookMs({}, NOON_MS - sinceS * SECOND, NOON_MS)).toBe(NOON_MS + waitS * SECOND);
  });

  test('is not made for ever after a control was used', () => {
    expect(nextLookMs({}, NOON_MS - 5 * MINUTE, NOON_MS)).toBeUndefined();
  });

  test('is the soonest of all reasons', () => {
    expect(nextLookMs(waiting(NOON_MS + 5 * MINUTE), NOON_MS, NOON_MS)).toBe(NOON_MS + 2 * SECOND);
  });
});

describe('an appointment', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOON_MS });
    fakeBrowser.reset();
    vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue('chrome-extension://id/*');
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const seenBySomebody = (isSeen: boolean) =>
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(isSeen ? ([{ id: 7 }] as never) : []);

  test('that is near is kept by a timer, one that is far by an alarm', async () => {
    seenBySomebody(true);
    const look = vi.fn(async () => undefined);
    const { background } = aBackground();
    const rechecks = new Rechecks(background, look);

    await rechecks.appoint(NOON_MS + 4 * SECOND);
    await vi.advanceTimersByTimeAsync(4 * SECOND);
    expect(look).toHaveBeenCalledTimes(1);

    await rechecks.appoint(NOON_MS + 5 * MINUTE);
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm?.scheduledTime).toBe(NOON_MS + 5 * MINUTE);
  });

  test('survives the worker: the next one arms it from what is stored', async () => {
    seenBySomebody(true);
    const look = vi.fn(async () => undefined);
    const { background } = aBackground(aState({ session: { nextCheckAt: iso(NOON_MS + SECOND) } }));

    await new Rechecks(background, look).arm();
    await vi.advanceTimersByTimeAsync(SECOND);

    expect(look).toHaveBeenCalledTimes(1);
  });

  test('that comes while nobody looks reads nothing', async () => {
    seenBySomebody(false);
    const look = vi.fn(async () => undefined);
    const { background } = aBackground(aState({ session: { nextCheckAt: iso(NOON_MS) } }));

    await new Rechecks(background, look).due();

    expect(look).not.toHaveBeenCalled();
  });

  test('is not kept early, and not at all once it is cancelled', async () => {
    seenBySomebody(true);
    const look = vi.fn(async () => undefined);
    const { background, state } = aBackground();
    const rechecks = new Rechecks(background, look);

    await rechecks.appoint(NOON_MS + 5 * MINUTE);
    await rechecks.due();
    await rechecks.appoint(undefined);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);

    expect(look).not.toHaveBeenCalled();
    expect(state().session.nextCheckAt).toBeUndefined();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });
});
