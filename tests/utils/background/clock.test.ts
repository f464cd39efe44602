import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MicrosoftClock } from '@/utils/background/clock.ts';
import { NOON_MS } from '../a-state.ts';

const MINUTE = 60_000;

beforeEach(() => vi.useFakeTimers({ now: NOON_MS }));
afterEach(() => vi.useRealTimers());

test('a computer whose clock is off is corrected by what Microsoft’s answers say', () => {
  const clock = new MicrosoftClock();

  clock.learn(new Date(NOON_MS + 7 * MINUTE).toUTCString(), NOON_MS);

  expect(clock.now()).toBe(NOON_MS + 7 * MINUTE);
});

test('the journey of an answer is not taken for a difference', () => {
  const clock = new MicrosoftClock();

  clock.learn(new Date(NOON_MS - 2000).toUTCString(), NOON_MS);

  expect(clock.now()).toBe(NOON_MS);
});

test('an answer without a time, or with nonsense for one, teaches nothing', () => {
  const clock = new MicrosoftClock();
  clock.learn(new Date(NOON_MS + 7 * MINUTE).toUTCString(), NOON_MS);

  clock.learn(null, NOON_MS);
  clock.learn('yesterday', NOON_MS);

  expect(clock.skewMs).toBe(7 * MINUTE);
});
