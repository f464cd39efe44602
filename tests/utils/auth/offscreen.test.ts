import { describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { admitCall } = await import('@/utils/auth/offscreen.ts');

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
