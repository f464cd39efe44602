import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readPolicy } from '@/utils/policy/read-policy.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

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
