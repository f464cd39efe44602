// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSchedule } from '@/utils/locator/schedule.ts';

const FRAME_MS = 16;

let isDifferent = false;
const onFrame = vi.fn(() => isDifferent);
const onQuiet = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'performance'],
  });
  vi.advanceTimersByTime(1_000);
  isDifferent = false;
  onFrame.mockClear();
  onQuiet.mockClear();
  vi.stubGlobal('ResizeObserver', LaidOut);
});

/** Calls back as the browser does when something begins to be observed, after layout. */
class LaidOut {
  readonly observe: () => void;
  constructor(work: () => void) {
    this.observe = work;
  }
  disconnect() {}
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a change is caught up with in the next frame, and looked at a little later', () => {
  openSchedule(onFrame, onQuiet).changed();
  vi.advanceTimersByTime(FRAME_MS);
  expect(onFrame).toHaveBeenCalledTimes(1);
  expect(onQuiet).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(onQuiet).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(vi.getTimerCount()).toBe(0);
});

test('what matters is looked at in the same frame', () => {
  isDifferent = true;
  openSchedule(onFrame, onQuiet).changed();
  vi.advanceTimersByTime(FRAME_MS);
  expect(onQuiet).toHaveBeenCalledTimes(1);
});

test('after a rest nothing is put off; while the page goes on changing it is', () => {
  const { unhurried } = openSchedule(onFrame, onQuiet);
  unhurried();
  vi.advanceTimersByTime(FRAME_MS);
  expect(onFrame).toHaveBeenCalledTimes(1);
  for (let ms = 0; ms < 1_000; ms += 5) {
    unhurried();
    vi.advanceTimersByTime(5);
  }
  expect(onFrame.mock.calls.length).toBeLessThan(15);
  expect(onFrame.mock.calls.length).toBeGreaterThan(7);
});

test('what is waited for breaks into the wait, and so does what a reader does', () => {
  const { changed, unhurried, urgent } = openSchedule(onFrame, onQuiet);
  for (const next of [changed, urgent]) {
    changed();
    vi.advanceTimersByTime(FRAME_MS);
    unhurried();
    next();
    onFrame.mockClear();
    vi.advanceTimersByTime(FRAME_MS);
    expect(onFrame).toHaveBeenCalledTimes(1);
  }
  expect(onQuiet).toHaveBeenCalled();
});
