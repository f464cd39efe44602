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
  expect((await readPolicy()).settings).toEqual({});
  await fakeBrowser.storage.managed.set({ cloud: 'usgov', panle: 'off' });

  expect(await readPolicy()).toEqual({
    settings: { cloud: 'usgov' },
    received: { cloud: 'usgov', panle: 'off' },
  });
});

test('a browser that rejects because there is no policy has no policy', async () => {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('no manifest'));

  expect(await readPolicy()).toEqual({ settings: {}, received: {} });
});
