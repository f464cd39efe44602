// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPatience } from '@/utils/panel-host/patience.ts';

const look = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('requestIdleCallback', (work: () => void) => work());
  look.mockClear();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a burst of changes is looked at once, and a page at rest not at all', () => {
  const changed = openPatience(look);
  for (let change = 0; change < 10; change += 1) changed();
  vi.advanceTimersByTime(10_000);
  expect(look).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that goes on changing is looked at less often, and promptly again after a rest', () => {
  const changed = openPatience(look);
  for (let ms = 0; ms < 4_000; ms += 5) {
    changed();
    vi.advanceTimersByTime(5);
  }
  expect(look.mock.calls.length).toBeLessThanOrEqual(13);
  vi.advanceTimersByTime(1_000);
  look.mockClear();
  changed();
  vi.advanceTimersByTime(60);
  expect(look).toHaveBeenCalledTimes(1);
});

test('a page that is still coming is looked at when most of it is there', () => {
  const isComing = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
  const changed = openPatience(look);
  changed();
  vi.advanceTimersByTime(900);
  isComing.mockRestore();
  changed();
  expect(look).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(look).toHaveBeenCalledTimes(1);
});
