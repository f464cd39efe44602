import { describe, expect, test } from 'vitest';
import { looksAfter } from '@/utils/background/appointments.ts';
import { nextLooks as looksAt } from '@/utils/background/next-looks.ts';
import type { Progress } from '@/utils/domain/progress.ts';
import { words } from '@/utils/domain/words.ts';
import { aState, judged, NOON, NOON_MS, outcome } from '../a-state.ts';

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

/** Nothing is left to chance but what is said to be. */
const nextLooks = (...[progress, watched, blind, nowMs]: Head) =>
  looksAt(progress, watched, blind, nowMs, 0);
type Head = [...Parameters<typeof looksAt>] extends [...infer First, number] ? First : never;

const acted = (atMs: number) => ({ actionAt: { 'admin-agent': iso(atMs) } });

describe('the next look by itself', () => {
  test('is none where nothing is expected to change', () => {
    const settled = { a: judged('not-done'), b: judged('cannot-tell'), c: judged('done') };

    expect(nextLooks({}, {}, {}, NOON_MS)).toEqual({});
    expect(nextLooks(settled, {}, {}, NOON_MS)).toEqual({});
    expect(nextLooks(waiting(), {}, {}, NOON_MS)).toEqual({});
  });

  test('is at the step whose wait should be over, and at no other', () => {
    const progress = { ...waiting(NOON_MS + 5 * MINUTE), 'mfa-proved': judged('done') };

    expect(nextLooks(progress, {}, {}, NOON_MS)).toEqual({
      'policy-settled': NOON_MS + 5 * MINUTE + SECOND,
    });
  });

  test('comes ever more rarely while a wait overruns, at its latest time, and then rarely', () => {
    const justOver = waiting(NOON_MS - 5 * SECOND, NOON_MS + 90 * MINUTE);
    const overrun = waiting(NOON_MS - 3 * MINUTE, NOON_MS + 90 * MINUTE);
    const nearlyOver = waiting(NOON_MS - 3 * MINUTE, NOON_MS + MINUTE);
    const hopeless = waiting(NOON_MS - 9 * MINUTE, NOON_MS - MINUTE);

    const nextOf = (progress: Progress) =>
      (nextLooks(progress, {}, {}, NOON_MS)['policy-settled'] ?? 0) - NOON_MS;
    expect(nextOf(justOver)).toBe(30 * SECOND);
    expect(nextOf(overrun)).toBe(3 * MINUTE);
    expect(nextOf(nearlyOver)).toBe(MINUTE + SECOND);
    expect(nextOf(hopeless)).toBe(5 * MINUTE);
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
    expect(nextLooks({}, acted(NOON_MS - sinceS * SECOND), {}, NOON_MS)).toEqual({
      'admin-agent': NOON_MS + waitS * SECOND,
    });
  });

  test('is at once at a record that was read before the rules were seen to change', () => {
    const progress = { 'mfa-proved': judged('done'), 'mfa-required': judged('done') };
    const changed = (atMs: number) =>
      nextLooks(progress, { policyChangeSeenAt: iso(atMs) }, {}, NOON_MS + MINUTE);

    expect(changed(NOON_MS + SECOND)).toEqual({ 'mfa-proved': NOON_MS + MINUTE });
    expect(changed(NOON_MS - SECOND)).toEqual({});
  });

  test('is not made for ever after a control was used', () => {
    expect(nextLooks({}, acted(NOON_MS - 5 * MINUTE), {}, NOON_MS)).toEqual({});
  });
});

describe('where Graph kept its answer', () => {
  const throttled = judged('cannot-tell', { outcome: outcome('cannot-tell', 'throttled') });
  const minutesFor = (
    minutes: number,
    how: 'passing' | 'lasting',
    chance: number,
    step = blind,
  ) => {
    const nowMs = NOON_MS + minutes * MINUTE;
    return ((looksAt({ a: step }, {}, { a: how }, nowMs, chance).a ?? 0) - nowMs) / MINUTE;
  };
  const blind = judged('cannot-tell');

  test('it is asked again at any moment up to three times as long as that has lasted', () => {
    const span = (minutes: number, how: 'passing' | 'lasting') =>
      [0, 1].map((chance) => minutesFor(minutes, how, chance));
    expect(span(0, 'passing')).toEqual([0.5, 1]);
    expect(span(2, 'passing')).toEqual([0.5, 6]);
    expect(span(0, 'lasting')).toEqual([5, 10]);
    expect(span(9, 'lasting')).toEqual([5, 27]);
  });

  test('it is asked every quarter of an hour at least, where a person must change something every hour', () => {
    expect(minutesFor(300, 'passing', 1)).toBe(15);
    expect(minutesFor(300, 'lasting', 1)).toBe(60);
  });

  test('under a load the many come back over minutes from the first time on', () => {
    expect(minutesFor(0, 'passing', 0, throttled)).toBe(0.5);
    expect(minutesFor(0, 'passing', 0.5, throttled)).toBe(2.5);
    expect(minutesFor(0, 'passing', 1, throttled)).toBe(4.5);
  });

  test('without a network it is asked every half minute: nothing reaches Microsoft', () => {
    const offline = { a: judged('cannot-tell', { outcome: outcome('cannot-tell', 'offline') }) };

    expect(nextLooks(offline, {}, {}, Date.parse(NOON) + 90 * MINUTE).a).toBe(
      NOON_MS + 90 * MINUTE + 30 * SECOND,
    );
  });
});

describe('after a look', () => {
  const throttled = judged('cannot-tell', { outcome: outcome('cannot-tell', 'throttled') });
  const kept = iso(NOON_MS + 2 * MINUTE);
  const state = aState({
    tenant: { progress: { a: throttled, b: throttled, c: throttled } },
    session: { nextLooks: { b: kept, c: kept } },
  });

  test('what a load keeps from several steps is asked for once for all of them', () => {
    const blind = { a: 'passing', b: 'passing' } as const;
    const looks = looksAfter(state, ['a'], blind, NOON_MS, 1);

    expect(looks).toEqual({
      a: NOON_MS + 4.5 * MINUTE,
      b: NOON_MS + 4.5 * MINUTE,
      c: NOON_MS + 2 * MINUTE,
    });
  });

  test('that no load kept anything from, the others keep their appointment', () => {
    const looks = looksAfter(state, ['a'], { b: 'passing', c: 'passing' }, NOON_MS, 1);

    expect(looks).toEqual({ b: NOON_MS + 2 * MINUTE, c: NOON_MS + 2 * MINUTE });
  });
});
