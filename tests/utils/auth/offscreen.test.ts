import { beforeEach, describe, expect, it, vi } from 'vitest';

const sendMessage = vi.fn();
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));
const { admitCall, offscreenHost } = await import('@/utils/auth/offscreen.ts');

const OWN = 'our-extension';
const CALL = {
  waymark: 'auth',
  call: 'forget',
  config: { clientId: 'x', cloud: 'global' },
};

describe('the offscreen document', () => {
  it('answers its own background', () => {
    expect(admitCall(CALL, { id: OWN }, OWN)).toEqual(CALL);
  });

  it('answers no content script and no page in a tab', () => {
    expect(admitCall(CALL, { id: OWN, tab: { id: 1 } }, OWN)).toBeUndefined();
  });

  it('answers no other extension', () => {
    expect(admitCall(CALL, { id: 'another-extension' }, OWN)).toBeUndefined();
  });

  it('leaves other messages to those they are for', () => {
    expect(admitCall({ name: 'getView', request: {} }, { id: OWN }, OWN)).toBeUndefined();
    expect(admitCall({ ...CALL, call: 'token' }, { id: OWN }, OWN)).toBeUndefined();
  });
});

describe('the background, asking it', () => {
  const createDocument = vi.fn();
  const config = { clientId: 'x', cloud: 'global' } as const;

  beforeEach(() => {
    vi.resetAllMocks();
    vi.stubGlobal('chrome', {
      runtime: {
        ContextType: { OFFSCREEN_DOCUMENT: 'OFFSCREEN_DOCUMENT' },
        getContexts: async () => [],
      },
      offscreen: { Reason: { DOM_PARSER: 'DOM_PARSER' }, createDocument },
    });
    createDocument.mockResolvedValue(undefined);
  });

  it('waits for a document that is still loading', async () => {
    sendMessage
      .mockRejectedValueOnce(
        new Error('Could not establish connection. Receiving end does not exist.'),
      )
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(null);

    await expect(offscreenHost.forget(config)).resolves.toBeNull();

    expect(sendMessage).toHaveBeenCalledTimes(3);
  });

  it('uses the one that an earlier worker was just opening', async () => {
    createDocument.mockRejectedValue(new Error('Only a single offscreen document may be created.'));
    sendMessage.mockResolvedValue(null);

    await expect(offscreenHost.forget(config)).resolves.toBeNull();
  });

  it('hands a failure on at once', async () => {
    sendMessage.mockRejectedValue(new Error('invalid_grant'));

    await expect(offscreenHost.forget(config)).rejects.toThrow('invalid_grant');

    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
});
