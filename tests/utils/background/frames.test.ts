import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import {
  confirmAccount,
  forgetTab,
  frameReported,
  frameSaidHello,
  pointingFrame,
} from '@/utils/background/frames.ts';
import { handOffLink } from '@/utils/guidance/hand-off.ts';
import { tenantOf } from '@/utils/state/stored.ts';
import {
  aFrame,
  aReport,
  aState,
  INTEGRATION_ACCOUNT,
  pointingAt,
  provedUpTo,
  stepOf,
} from '../a-state.ts';
import { ENTRA_USERS, HOME, SECURITY_INFO, USER_MANAGEMENT } from '../guidance/scene.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const TAB = 7;
const BLADE = 'https://sandbox-1.reactblade.portal.azure.net/';
const hello = (url: string, more = {}) => ({
  url,
  frameName: '',
  top: true,
  language: 'en-GB',
  ...more,
});
const top = { tabId: TAB, frameId: 0, documentId: 'doc-0' };
/** On the step that points; its question is answered. */
const named = { answers: { integrationAccount: INTEGRATION_ACCOUNT } } as const;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

/** Which frames of the tab answer a message. */
function alive(...frameIds: number[]) {
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(
    async (_: number, __: unknown, options?: { frameId?: number }) => {
      if (!frameIds.includes(options?.frameId ?? 0)) throw new Error('no receiver');
    },
  );
}

describe('a frame that says hello', () => {
  test('is known by its tab, address, name and language', async () => {
    const { background, state } = aBackground();

    await frameSaidHello(background, hello(HOME), top);
    await frameSaidHello(
      background,
      hello(BLADE, { top: false, frameName: 'UsersList.ReactView' }),
      { tabId: TAB, frameId: 4 },
    );

    expect(state().session.tabs[TAB]?.frames).toEqual({
      0: { url: HOME, name: '', language: 'en-GB', documentId: 'doc-0' },
      4: { url: BLADE, name: 'UsersList.ReactView', language: 'en-GB' },
    });
  });

  test('again, with nothing new, changes nothing', async () => {
    const { background, state } = aBackground();
    await frameSaidHello(background, hello(HOME), top);
    const before = state();

    await frameSaidHello(background, hello(HOME), top);

    expect(state()).toBe(before);
  });

  test('from another page of the same document is not held to what it said of the one before', async () => {
    const { background, state } = aBackground(
      aState({ tenant: named, local: { openStepId: 'account-exists' } }),
    );
    await frameSaidHello(background, hello(USER_MANAGEMENT), top);
    await frameReported(background, aReport(pointingAt('add-user')), top);
    expect(pointingFrame(state(), TAB, background)).toBe(0);

    await frameSaidHello(background, hello(HOME), top);

    expect(pointingFrame(state(), TAB, background)).toBeUndefined();
  });

  test('from the same page under another fragment still points', async () => {
    const { background, state } = aBackground(
      aState({ tenant: named, local: { openStepId: 'account-exists' } }),
    );
    await frameSaidHello(background, hello(USER_MANAGEMENT), top);
    await frameReported(background, aReport(pointingAt('add-user')), top);

    await frameSaidHello(background, hello(USER_MANAGEMENT.replace('#users', '#all')), top);

    expect(pointingFrame(state(), TAB, background)).toBe(0);
  });

  test('from a new document has said nothing yet', async () => {
    const { background, state } = aBackground();
    await frameSaidHello(background, hello(USER_MANAGEMENT), top);
    await frameReported(background, aReport(pointingAt('add-user')), top);

    await frameSaidHello(background, hello(USER_MANAGEMENT), { ...top, documentId: 'doc-1' });

    expect(state().session.tabs[TAB]?.frames[0]?.report).toBeUndefined();
  });

  test('from a moved top page keeps the frames below that live on, and no others', async () => {
    alive(4);
    const frames = { 0: aFrame(HOME), 4: aFrame(BLADE), 5: aFrame(BLADE) };
    const { background, state } = aBackground(aState({ session: { tabs: { [TAB]: { frames } } } }));

    await frameSaidHello(background, hello(ENTRA_USERS), top);

    await vi.waitFor(() =>
      expect(Object.keys(state().session.tabs[TAB]?.frames ?? {})).toEqual(['0', '4']),
    );
    expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledTimes(2);
  });

  test('from a new document may be somebody else’s: the administrator’s word for the last is gone', async () => {
    const tab = {
      frames: { 0: aFrame(SECURITY_INFO, { documentId: 'doc-0' }) },
      accountConfirmed: true,
    };
    const { background, state } = aBackground(aState({ session: { tabs: { [TAB]: tab } } }));

    await frameSaidHello(background, hello(`${SECURITY_INFO}?x=1`), top);
    expect(state().session.tabs[TAB]?.accountConfirmed).toBe(true);

    await frameSaidHello(background, hello(SECURITY_INFO), { ...top, documentId: 'doc-1' });
    expect(state().session.tabs[TAB]?.accountConfirmed).toBeUndefined();
  });

  test('from no tab is noted nowhere', async () => {
    const { background, state } = aBackground();
    const before = state();

    await frameSaidHello(background, hello(HOME), {});

    expect(state()).toBe(before);
  });
});

describe('a frame that reports', () => {
  test('is the one that points, and two are none', async () => {
    alive(0, 4);
    const frames = { 0: aFrame(ENTRA_USERS), 4: aFrame(BLADE) };
    const { background, state } = aBackground(
      aState({
        tenant: named,
        local: { openStepId: 'account-exists' },
        session: { tabs: { [TAB]: { frames } } },
      }),
    );

    await frameReported(background, aReport(pointingAt('entra-new-user')), {
      tabId: TAB,
      frameId: 4,
    });
    expect(pointingFrame(state(), TAB, background)).toBe(4);

    await frameReported(background, aReport(pointingAt('entra-new-user')), top);
    expect(pointingFrame(state(), TAB, background)).toBeUndefined();
  });

  test('wins over one that claims the same and is gone', async () => {
    alive(5);
    const frames = {
      0: aFrame(ENTRA_USERS),
      4: aFrame(BLADE, { report: aReport(pointingAt('entra-new-user')) }),
      5: aFrame(BLADE),
    };
    const { background, state } = aBackground(
      aState({
        tenant: named,
        local: { openStepId: 'account-exists' },
        session: { tabs: { [TAB]: { frames } } },
      }),
    );

    await frameReported(background, aReport(pointingAt('entra-new-user')), {
      tabId: TAB,
      frameId: 5,
    });

    expect(pointingFrame(state(), TAB, background)).toBe(5);
    expect(Object.keys(state().session.tabs[TAB]?.frames ?? {})).toEqual(['0', '5']);
  });

  test('without ever having said hello is not listened to', async () => {
    const { background, state } = aBackground();
    const before = state();

    await frameReported(background, aReport(pointingAt('add-user')), top);

    expect(state()).toBe(before);
  });
});

describe('a link made for another window', () => {
  const link =
    handOffLink(
      guide,
      stepOf('mfa-registered'),
      { integrationAccount: INTEGRATION_ACCOUNT },
      portals,
    ) ?? '';
  const fresh = () => aState({ signedOut: true, local: { started: false } });

  test('opens its step in a browser where nothing was started', async () => {
    const { background, state } = aBackground(fresh());

    await frameSaidHello(background, hello(link), top);

    expect(state().local).toMatchObject({ started: true, openStepId: 'mfa-registered' });
    expect(tenantOf(state().local).answers).toEqual({
      partnerTier: 'direct',
      integrationAccount: INTEGRATION_ACCOUNT,
    });
  });

  test('never exchanges the account of a guide in progress', async () => {
    const answers = { partnerTier: 'direct', integrationAccount: 'ours@contoso.com' } as const;
    const progress = provedUpTo('mfa-registered');
    const { background, state } = aBackground(aState({ tenant: { answers, progress } }));
    const before = state().local;

    await frameSaidHello(background, hello(link), top);

    expect(state().local).toEqual(before);
  });

  test('never replaces an answer that was given before the guide was started', async () => {
    const answers = { integrationAccount: 'ours@contoso.com' };
    const { background, state } = aBackground(
      aState({ signedOut: true, local: { started: false }, tenant: { answers } }),
    );

    await frameSaidHello(background, hello(link), top);

    expect(tenantOf(state().local).answers.integrationAccount).toBe('ours@contoso.com');
  });

  test('counts in a top page only, and proves nothing', async () => {
    const { background, state } = aBackground(fresh());

    await frameSaidHello(background, hello(link, { top: false }), { tabId: TAB, frameId: 3 });
    expect(state().local.started).toBe(false);

    await frameSaidHello(background, hello(link), top);
    expect(tenantOf(state().local).progress).toEqual({});
  });

  test('that is malformed starts nothing', async () => {
    const { background, state } = aBackground(fresh());

    await frameSaidHello(background, hello(`${SECURITY_INFO}#waymark={"guide":"x"}`), top);

    expect(state().local.started).toBe(false);
  });
});

test('a closed tab is forgotten, and only that one', async () => {
  const frames = { 0: aFrame(HOME) };
  const { background, state } = aBackground(
    aState({ session: { tabs: { [TAB]: { frames }, 8: { frames } } } }),
  );

  await forgetTab(background, TAB);

  expect(Object.keys(state().session.tabs)).toEqual(['8']);
});

test('the administrator’s word for a page’s account is kept for that tab', async () => {
  const frames = { 0: aFrame(SECURITY_INFO) };
  const { background, state } = aBackground(aState({ session: { tabs: { [TAB]: { frames } } } }));

  await confirmAccount(background, TAB);
  await confirmAccount(background, 99);

  expect(state().session.tabs).toEqual({ [TAB]: { frames, accountConfirmed: true } });
});
