// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LocalAction } from '@/utils/domain/orders.ts';
import { openLookout } from '@/utils/locator/lookout.ts';

/** As many changes as a busy page makes in some minutes. */
const MANY = 2_500;

const SAVE: LocalAction = {
  id: 'save',
  strategies: [{ by: 'role', role: 'button', names: ['Save'] }],
  until: 'passed',
  optional: false,
  say: 'Select [Save]',
  sayOutOfView: 'Save is further down',
};

const decided = vi.fn();
let frames: FrameRequestCallback[] = [];

beforeEach(async () => {
  document.body.innerHTML = '';
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (work: FrameRequestCallback) => frames.push(work));
  for (const name of ['IntersectionObserver', 'ResizeObserver']) vi.stubGlobal(name, Silent);
  openLookout(() => null, decided).order([SAVE], 'en');
  await vi.waitFor(() => expect(decided).toHaveBeenCalled());
  decided.mockClear();
});

class Silent {
  observe() {}
  unobserve() {}
  disconnect() {}
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function add(count: number): void {
  for (let at = 0; at < count; at += 1) document.body.append(document.createElement('i'));
}

test('where no frame comes, what the page does is looked at before it piles up', async () => {
  const read = vi.spyOn(Element.prototype, 'outerHTML', 'get');
  add(100);
  await Promise.resolve();
  expect(read).not.toHaveBeenCalled();
  add(MANY);
  await vi.waitFor(() => expect(read).toHaveBeenCalled());
});

/** Lets the next frame come. Returns whether it was put off to look at states a little later. */
async function isLookOwed(): Promise<boolean> {
  await vi.waitFor(() => expect(frames).toHaveLength(1));
  const wait = vi.spyOn(globalThis, 'setTimeout');
  frames.pop()?.(performance.now());
  const isOwed = wait.mock.calls.length > 0;
  wait.mockRestore();
  return isOwed;
}

test('what comes and goes of our own is not a change of the page', async () => {
  document.documentElement.append(document.createElement('waymark-ring'));
  expect(await isLookOwed()).toBe(false);
  add(1);
  expect(await isLookOwed()).toBe(true);
});
