import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EndOfWait } from '@/utils/background/end-of-wait.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { StepProgress } from '@/utils/domain/progress.ts';
import { words } from '@/utils/domain/words.ts';
import type { State } from '@/utils/state/stored.ts';
import { aState, judged, NOON_MS } from '../a-state.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const STEP = 'policy-settled';
const iso = (ms: number) => new Date(ms).toISOString();

/** A policy changed at noon: usually ready five minutes later, ten at the latest. */
const WAITING: Outcome = {
  status: 'in-progress',
  summary: words('policy-settled.waiting'),
  evidence: [],
  since: iso(NOON_MS),
  expectedBy: iso(NOON_MS + 5 * MINUTE),
  latestBy: iso(NOON_MS + 10 * MINUTE),
};
const waiting = judged('in-progress', { outcome: WAITING });

const withStep = (step: StepProgress, session: Partial<State['session']> = {}) =>
  aState({ tenant: { progress: { [STEP]: step } }, session });

/** The browser with or without the permission, and what it was asked to show and open. */
function aBrowser(isAllowed: boolean) {
  const shown = vi.fn(async (_id: string, _options: { message: string }) => 'end-of-wait');
  const opened = vi.fn(async () => ({}));
  const allowed = { value: isAllowed };
  const click: ((id: string) => void)[] = [];
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => allowed.value, onAdded: { addListener: vi.fn() } },
    notifications: {
      create: shown,
      clear: vi.fn(async () => true),
      onClicked: { addListener: (listener: (id: string) => void) => click.push(listener) },
    },
    windows: { ...fakeBrowser.windows, create: opened, update: vi.fn(async () => ({})) },
  });
  const press = (id: string) => {
    for (const hear of click) hear(id);
  };
  return { shown, opened, allowed, press };
}

/** An end of wait whose looks change the step to what is given, as a read of the tenant would. */
function setUp(initial: State, found?: StepProgress) {
  const { background, state } = aBackground(initial);
  const look = vi.fn(async () => {
    if (found) await background.store.update(() => withStep(found, state().session));
  });
  return { end: new EndOfWait(background, look), look, state };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON_MS });
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation(
    (path) => `chrome-extension://id${path}`,
  );
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('whoever asked to be told', () => {
  test('is told when a look finds the wait over, once, and with nothing of the tenant', async () => {
    const { shown } = aBrowser(true);
    const { end, state } = setUp(withStep(judged('done'), { tellsOf: STEP }));

    await Promise.all([end.settle(state()), end.settle(state())]);

    expect(shown).toHaveBeenCalledTimes(1);
    const [, options] = shown.mock.calls[0] ?? [];
    expect(options?.message).toBe('The wait is over. Look again in Waymark.');
    expect(state().session.tellsOf).toBeUndefined();
  });

  test('is told although nobody looks: the step alone is read at its usual end', async () => {
    const { shown } = aBrowser(true);
    const { end, look, state } = setUp(withStep(waiting), judged('done'));

    await end.promise(STEP, true);
    await end.settle(state());
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm?.scheduledTime).toBe(NOON_MS + 5 * MINUTE + SECOND);

    vi.setSystemTime(NOON_MS + 5 * MINUTE + SECOND);
    await end.due();
    expect(look).toHaveBeenCalledExactlyOnceWith([STEP]);
    expect(shown).toHaveBeenCalledTimes(1);
  });

  test('is not told too early: still waiting at the usual end, it looks again at the latest', async () => {
    const { shown } = aBrowser(true);
    const { end, state } = setUp(withStep(waiting, { tellsOf: STEP }), waiting);

    vi.setSystemTime(NOON_MS + 5 * MINUTE + SECOND);
    await end.due();

    expect(shown).not.toHaveBeenCalled();
    expect(state().session.tellsOf).toBe(STEP);
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm?.scheduledTime).toBe(NOON_MS + 10 * MINUTE + SECOND);
  });

  test('is told by the clock when Graph cannot be read at the latest end', async () => {
    const { shown } = aBrowser(true);
    const blind = judged('cannot-tell', { lastKnown: { outcome: WAITING, at: iso(NOON_MS) } });
    const { end } = setUp(withStep(waiting, { tellsOf: STEP }), blind);

    vi.setSystemTime(NOON_MS + 5 * MINUTE + SECOND);
    await end.due();
    expect(shown).not.toHaveBeenCalled();

    vi.setSystemTime(NOON_MS + 10 * MINUTE + SECOND);
    await end.due();
    expect(shown).toHaveBeenCalledTimes(1);
  });

  test('is told by the next worker when the first one died', async () => {
    const { shown } = aBrowser(true);
    setUp(withStep(waiting, { tellsOf: STEP }), judged('done'));

    vi.setSystemTime(NOON_MS + 5 * MINUTE + SECOND);
    fakeBrowser.alarms.onAlarm.trigger({ name: 'end-of-wait', scheduledTime: 0 });
    await vi.waitFor(() => expect(shown).toHaveBeenCalledTimes(1));
  });

  test('is not told in the middle of a check, when verdicts are still coming in', async () => {
    const { shown } = aBrowser(true);
    const { end, state } = setUp(
      withStep(judged('done'), { tellsOf: STEP, busy: { done: 1, total: 9 } }),
    );

    await end.settle(state());

    expect(shown).not.toHaveBeenCalled();
  });

  test('is not told after taking it back, nor after signing out', async () => {
    const { shown } = aBrowser(true);
    const { end, state } = setUp(withStep(waiting, { tellsOf: STEP }));

    await end.forget();
    await end.settle(state());
    await end.settle({
      ...aState({ signedOut: true }),
      session: { ...state().session, tellsOf: STEP },
    });

    expect(shown).not.toHaveBeenCalled();
  });
});

describe('without the permission', () => {
  test('nothing is promised, and a refusal is said', async () => {
    aBrowser(false);
    const { end, state } = setUp(withStep(waiting));

    await end.promise(STEP, true);

    expect(state().session.tellsOf).toBeUndefined();
    expect(state().session.notice?.id).toBe('notice.not-told');
  });

  test('a panel that could not ask gets a window that does', async () => {
    const { opened } = aBrowser(false);
    const { end, state } = setUp(withStep(waiting));

    await end.promise(STEP, false);

    expect(opened).toHaveBeenCalledWith(
      expect.objectContaining({ url: `chrome-extension://id/notify.html?step=${STEP}` }),
    );
    expect(state().session.notice).toBeUndefined();
  });

  test('a promise whose permission was withdrawn reads nothing and ends silently', async () => {
    const { shown, allowed } = aBrowser(true);
    const { end, look, state } = setUp(withStep(waiting, { tellsOf: STEP }), judged('done'));

    allowed.value = false;
    vi.setSystemTime(NOON_MS + 10 * MINUTE + SECOND);
    await end.due();

    expect(look).not.toHaveBeenCalled();
    expect(shown).not.toHaveBeenCalled();
    expect(state().session.tellsOf).toBeUndefined();
  });
});

test('a click brings the portal tab that was used last to the front', async () => {
  const { press } = aBrowser(true);
  setUp(withStep(waiting));
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
  const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({ windowId: 3 } as never);

  press('something-else');
  expect(update).not.toHaveBeenCalled();
  press('end-of-wait');

  await vi.waitFor(() =>
    expect(fakeBrowser.windows.update).toHaveBeenCalledWith(3, { focused: true }),
  );
  expect(update).toHaveBeenCalledWith(7, { active: true });
});
