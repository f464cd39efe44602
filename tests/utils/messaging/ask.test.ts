import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask } from '@/utils/messaging/ask.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const CLOSED = new Error('The message channel closed before a response was received.');

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

function worker(...replies: (Error | 'reply' | undefined)[]) {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  for (const reply of replies) {
    if (reply instanceof Error) send.mockRejectedValueOnce(reply);
    else send.mockResolvedValueOnce(reply);
  }
  return send;
}

test('a message over which the worker died is sent again', async () => {
  const send = worker(CLOSED, CLOSED, 'reply');

  expect(await ask('attest', { stepId: 'consent-order' })).toBe('reply');
  expect(send).toHaveBeenCalledTimes(3);
  expect(new Set(send.mock.calls.map(([message]) => JSON.stringify(message))).size).toBe(1);
});

test('one that was resolved with nothing, as another page of ours heard it too, is sent again', async () => {
  const send = worker(undefined, 'reply');

  expect(await ask('getView', {})).toBe('reply');
  expect(send).toHaveBeenCalledTimes(2);
});

test('one that is only ever resolved with nothing is said by name', async () => {
  worker(undefined, undefined, undefined, 'reply');

  await expect(ask('checkNow', {})).rejects.toThrow('The background did not answer "checkNow".');
});

test('one that opens something is not sent again when it was resolved with nothing', async () => {
  const send = worker(undefined, 'reply');

  await expect(ask('signIn', {})).rejects.toThrow('The background did not answer "signIn".');
  expect(send).toHaveBeenCalledOnce();
});

test('one that nobody ever answers is given up', async () => {
  const send = worker(CLOSED, CLOSED, CLOSED, 'reply');

  await expect(ask('getView', {})).rejects.toBe(CLOSED);
  expect(send).toHaveBeenCalledTimes(3);
});

test.each(['signIn', 'openReport', 'openOptions'] as const)(
  '%s is never sent twice: it would open two',
  async (name) => {
    const send = worker(CLOSED, 'reply');

    await expect(ask(name, {})).rejects.toBe(CLOSED);
    expect(send).toHaveBeenCalledOnce();
  },
);

test('a page whose extension was replaced asks once', async () => {
  const send = worker(CLOSED, 'reply');
  fakeBrowser.runtime.id = undefined as never;

  await expect(ask('getView', {})).rejects.toBe(CLOSED);
  expect(send).toHaveBeenCalledOnce();
});
