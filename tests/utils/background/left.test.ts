import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { frameSaidHello } from '@/utils/background/frames.ts';
import { actionsHere } from '@/utils/guidance/orders.ts';
import type { State } from '@/utils/state/stored.ts';
import { aFrame, aReport, aState, judged, pointingAt, stepOf } from '../a-state.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const TAB = 7;
const VIEW = 'https://entra.microsoft.com/#view/Microsoft_AAD_ConditionalAccess';
const LIST = `${VIEW}/ConditionalAccessBlade/~/Policies`;
const FORM = `${VIEW}/PolicyBlade`;
const FRAME = { name: 'NewPolicy.ReactView', documentId: 'form' };
const top = { tabId: TAB, frameId: 0, documentId: 'doc-0' };
const hello = (url: string, more = {}) => ({
  url,
  frameName: '',
  top: true,
  language: 'en-GB',
  ...more,
});

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('no receiver'));
});

/** The form for a new policy, in a frame that points at one of its controls. */
function atForm(actionId: string, more: Parameters<typeof aState>[0] = {}) {
  const frames = {
    0: aFrame(FORM, { documentId: 'doc-0' }),
    4: aFrame('https://sandbox-1.reactblade.portal.azure.net/', {
      ...FRAME,
      report: aReport(pointingAt(actionId)),
    }),
  };
  const { session, ...rest } = more;
  return aBackground(
    aState({
      local: { openStepId: 'mfa-required' },
      tenant: { progress: { 'mfa-required': judged('not-done') } },
      ...rest,
      session: { tabs: { [TAB]: { frames } }, ...session },
    }),
  );
}

function pointedAt(state: State, { portals }: ReturnType<typeof aBackground>['background']) {
  const tab = state.session.tabs[TAB] ?? { frames: {} };
  return actionsHere(stepOf('mfa-required'), tab, state, portals).map(({ id }) => id);
}

describe('a page that goes away while it points at the control that sends a change', () => {
  test('has the tenant looked at, and nothing is pointed at before', async () => {
    const { background, state } = atForm('policy-create');
    const onLeft = vi.fn();

    await frameSaidHello(background, hello(LIST), top, onLeft);

    expect(onLeft).toHaveBeenCalled();
    expect(Object.keys(state().session.nextLooks ?? {})).toEqual(['mfa-required']);
    expect(pointedAt(state(), background)).toEqual([]);
  });

  test('is pointed in again once the look has ended', async () => {
    const { background, state } = atForm('policy-create');
    await frameSaidHello(background, hello(LIST), top);
    const at = new Date(background.clock.now() + 5000).toISOString();

    await background.store.update((before) => ({
      ...before,
      local: aState({
        local: { openStepId: 'mfa-required' },
        tenant: { progress: { 'mfa-required': judged('not-done', { checkedAt: at }) } },
      }).local,
    }));

    expect(pointedAt(state(), background)).toContain('new-policy');
  });

  test('by a new document in its frame is noticed too', async () => {
    const { background, state } = atForm('policy-create');
    const sender = { tabId: TAB, frameId: 4, documentId: 'another' };
    const said = hello('https://sandbox-1.reactblade.portal.azure.net/', {
      top: false,
      frameName: FRAME.name,
    });

    await frameSaidHello(background, said, sender);

    expect(state().session.left).toHaveProperty('mfa-required');
  });

  test('with its frame, under the same page, is noticed when the frame is found gone', async () => {
    const { background, state } = atForm('policy-create');
    const onLeft = vi.fn();

    await frameSaidHello(background, hello(`${FORM}/x`), top, onLeft);

    await vi.waitFor(() => expect(onLeft).toHaveBeenCalled());
    expect(state().session.left).toHaveProperty('mfa-required');
    expect(Object.keys(state().session.tabs[TAB]?.frames ?? {})).toEqual(['0']);
  });
});

describe('nothing is noted of a page that goes away', () => {
  test('while it points at a control that sends nothing', async () => {
    const { background, state } = atForm('policy-name');
    await frameSaidHello(background, hello(LIST), top);
    expect(state().session.left).toBeUndefined();
  });

  test('while nobody is signed in', async () => {
    const { background, state } = atForm('policy-create', { signedOut: true });
    await frameSaidHello(background, hello(LIST), top);
    expect(state().session.left).toBeUndefined();
  });

  test('when its use was heard of', async () => {
    const actionAt = { 'mfa-required': new Date(Date.now() + 1000).toISOString() };
    const { background, state } = atForm('policy-create', {
      tenant: { progress: { 'mfa-required': judged('not-done') }, watched: { actionAt } },
    });
    await frameSaidHello(background, hello(LIST), top);
    expect(state().session.left).toBeUndefined();
  });

  test('when only the address has changed and its frame is still there', async () => {
    const asked = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
    const { background, state } = atForm('policy-create');
    await frameSaidHello(background, hello(`${FORM}/x`), top);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    expect(state().session.left).toBeUndefined();
  });
});
