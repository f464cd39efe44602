import { afterEach, expect, test, vi } from 'vitest';

const CLOSED = new Error('The message channel closed before a response was received.');
const HELLO = { url: 'https://partner.microsoft.com/', frameName: '', top: true, language: 'en' };

afterEach(() => vi.unstubAllGlobals());

/** The beacon's own line to a background that replies like this, one after the other. */
async function linkTo(...replies: unknown[]) {
  const sendMessage = vi.fn(async () => {
    const reply = replies.shift();
    if (reply instanceof Error) throw reply;
    return reply;
  });
  vi.resetModules();
  vi.stubGlobal('browser', { runtime: { id: 'waymark-id', sendMessage } });
  const { send } = await import('@/entrypoints/beacon.content/link.ts');
  return { send, sendMessage };
}

test.each([
  ['rejected', CLOSED],
  ['resolved with nothing, as another page of ours heard it too', undefined],
])('a hello over which the worker died is sent again: %s', async (_, unanswered) => {
  const { send, sendMessage } = await linkTo(unanswered, unanswered, { revision: 3 });

  expect(await send('hello', HELLO)).toEqual({ revision: 3 });
  expect(sendMessage).toHaveBeenCalledTimes(3);
});

test('what is answered with nothing is sent once', async () => {
  const { send, sendMessage } = await linkTo(null, null);

  expect(await send('equip', {})).toBeNull();
  expect(sendMessage).toHaveBeenCalledOnce();
});

test('a page whose worker never answers carries on without orders', async () => {
  const { send, sendMessage } = await linkTo(undefined, CLOSED, undefined, { revision: 3 });

  expect(await send('hello', HELLO)).toBeUndefined();
  expect(sendMessage).toHaveBeenCalledTimes(3);
});
