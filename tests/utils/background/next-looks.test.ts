import { describe, expect, test } from 'vitest';
import { nextLooks } from '@/utils/background/next-looks.ts';
import type { Progress } from '@/utils/domain/progress.ts';
import { words } from '@/utils/domain/words.ts';
import { judged, NOON, NOON_MS, outcome } from '../a-state.ts';

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
  const blindFor = (minutes: number, how: 'passing' | 'lasting') =>
    nextLooks({ a: judged('cannot-tell') }, {}, { a: how }, NOON_MS + minutes * MINUTE).a;

  test('it is asked again after as long as that has lasted: half a minute at least, five where a person must act', () => {
    expect(blindFor(0, 'passing')).toBe(NOON_MS + 30 * SECOND);
    expect(blindFor(2, 'passing')).toBe(NOON_MS + 4 * MINUTE);
    expect(blindFor(2, 'lasting')).toBe(NOON_MS + 7 * MINUTE);
    expect(blindFor(9, 'lasting')).toBe(NOON_MS + 18 * MINUTE);
  });

  test('it is asked every quarter of an hour at least, where a person must change something every hour', () => {
    expect(blindFor(300, 'passing')).toBe(NOON_MS + 315 * MINUTE);
    expect(blindFor(300, 'lasting')).toBe(NOON_MS + 360 * MINUTE);
  });

  test('without a network it is asked every half minute: nothing reaches Microsoft', () => {
    const offline = { a: judged('cannot-tell', { outcome: outcome('cannot-tell', 'offline') }) };

    expect(nextLooks(offline, {}, {}, Date.parse(NOON) + 90 * MINUTE).a).toBe(
      NOON_MS + 90 * MINUTE + 30 * SECOND,
    );
  });
});
