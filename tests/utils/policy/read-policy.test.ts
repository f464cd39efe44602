import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPolicy } from '@/utils/policy/read-policy.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

beforeEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  fakeBrowser.reset();
});

const nothing = () => undefined;

function readPolicy(guideIds: readonly string[]) {
  return openPolicy(guideIds, nothing).read();
}

/** A browser that has just started and does not know its policies yet. */
function starting(): (received: Record<string, unknown>) => void {
  let resolve: (received: never) => void = nothing;
  const known = new Promise<never>((done) => {
    resolve = done;
  });
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValue(known);
  return (received) => resolve(received as never);
}

test('what the organisation set is read each time, so that a change applies without a restart', async () => {
  expect((await readPolicy(['one'])).settings).toEqual({});
  await fakeBrowser.storage.managed.set({ cloud: 'usgov', panle: 'off' });

  expect(await readPolicy(['one'])).toEqual({
    settings: { cloud: 'usgov' },
    received: { cloud: 'usgov', panle: 'off' },
  });
});

test('a guide that this version has not is not offered', async () => {
  await fakeBrowser.storage.managed.set({ guides: ['one', 'two'] });

  expect((await readPolicy(['one'])).settings).toEqual({ guides: ['one'] });
});

test('a browser that rejects because there is no policy has no policy', async () => {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('no manifest'));

  expect(await readPolicy(['one'])).toEqual({ settings: {}, received: {} });
});

test('while the browser does not know yet, what was last known is shown, and what is read waits', async () => {
  await fakeBrowser.storage.managed.set({ panel: 'off' });
  await openPolicy(['one'], nothing).read();
  const knows = starting();
  const policy = openPolicy(['one'], nothing);
  let hasRead = false;
  void policy.read().then(() => (hasRead = true));

  expect((await policy.shown()).settings).toEqual({ panel: 'off' });
  expect(hasRead).toBe(false);
  knows({ panel: 'off' });
  expect((await policy.read()).settings).toEqual({ panel: 'off' });
});

test('who was shown another policy than there is hears of it, and only then', async () => {
  await fakeBrowser.storage.managed.set({ panel: 'off' });
  await openPolicy(['one'], nothing).read();
  for (const [now, times] of [
    [{ panel: 'off' }, 0],
    [{ panel: 'collapsed' }, 1],
  ] as const) {
    const knows = starting();
    const changed = vi.fn();
    const policy = openPolicy(['one'], changed);
    await policy.shown();
    knows(now);
    expect((await policy.shown()).settings).toEqual(now);
    expect(changed).toHaveBeenCalledTimes(times);
    vi.restoreAllMocks();
  }
});

test('where nothing was ever known the organisation’s word is waited for', async () => {
  const knows = starting();
  let hasShown = false;
  const shown = openPolicy(['one'], nothing).shown();
  void shown.then(() => (hasShown = true));
  await new Promise((resolve) => setTimeout(resolve, 300));

  expect(hasShown).toBe(false);
  knows({ panel: 'off' });
  expect((await shown).settings).toEqual({ panel: 'off' });
});

test('what opens in one moment is shown by one reading, and what is read is always fresh', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const asked = vi.spyOn(fakeBrowser.storage.managed, 'get');
  const policy = openPolicy(['one'], nothing);
  await Promise.all([policy.shown(), policy.read()]);
  await policy.shown();
  expect(asked).toHaveBeenCalledTimes(1);
  await fakeBrowser.storage.managed.set({ panel: 'off' });

  expect((await policy.shown()).settings).toEqual({});
  expect((await policy.read()).settings).toEqual({ panel: 'off' });
  await fakeBrowser.storage.managed.set({ panel: 'collapsed' });
  clock.mockReturnValue(1_000);
  expect((await policy.shown()).settings).toEqual({ panel: 'collapsed' });
});
