import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Rechecks } from '@/utils/background/rechecks.ts';
import { aState, NOON, NOON_MS } from '../a-state.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const STEP = 'policy-settled';
const iso = (ms: number) => new Date(ms).toISOString();
const appointed = (atMs: number) =>
  aState({ session: { nextLooks: { [STEP]: iso(atMs) }, nextCheckAt: iso(atMs) } });

describe('an appointment', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOON_MS });
    fakeBrowser.reset();
    vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue('chrome-extension://id/*');
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const seenBySomebody = (isSeen: boolean) =>
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(isSeen ? ([{ id: 7 }] as never) : []);

  test('that is near is kept by a timer, one that is far by an alarm', async () => {
    seenBySomebody(true);
    const look = vi.fn(async () => undefined);
    const { background } = aBackground();
    const rechecks = new Rechecks(background, look);

    await rechecks.appoint({ [STEP]: NOON_MS + 4 * SECOND });
    await vi.advanceTimersByTimeAsync(4 * SECOND);
    expect(look).toHaveBeenCalledTimes(1);

    await rechecks.appoint({ [STEP]: NOON_MS + 5 * MINUTE });
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm?.scheduledTime).toBe(NOON_MS + 5 * MINUTE);
  });

  test('survives the worker: the next one arms it from what is stored', async () => {
    seenBySomebody(true);
    const look = vi.fn(async () => undefined);
    const { background } = aBackground(appointed(NOON_MS + SECOND));

    await new Rechecks(background, look).arm();
    await vi.advanceTimersByTimeAsync(SECOND);

    expect(look).toHaveBeenCalledTimes(1);
  });

  test('that comes while nobody looks reads nothing', async () => {
    seenBySomebody(false);
    const look = vi.fn(async () => undefined);
    const { background } = aBackground(appointed(NOON_MS));

    await new Rechecks(background, look).due();

    expect(look).not.toHaveBeenCalled();
  });

  test('is not kept early, and not at all once it is cancelled', async () => {
    seenBySomebody(true);
    const look = vi.fn(async () => undefined);
    const { background, state } = aBackground();
    const rechecks = new Rechecks(background, look);

    await rechecks.appoint({ [STEP]: NOON_MS + 5 * MINUTE });
    await rechecks.due();
    await rechecks.appoint({});
    await vi.advanceTimersByTimeAsync(10 * MINUTE);

    expect(look).not.toHaveBeenCalled();
    expect(state().session.nextCheckAt).toBeUndefined();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  test('is for the steps whose time has come; the others keep theirs', async () => {
    seenBySomebody(true);
    const look = vi.fn(async () => undefined);
    const { background } = aBackground();
    const rechecks = new Rechecks(background, look);

    await rechecks.appoint({ 'mfa-proved': NOON_MS + 4 * SECOND, [STEP]: NOON_MS + MINUTE });
    await rechecks.add('admin-agent', NOON_MS + 4.5 * SECOND);
    await vi.advanceTimersByTimeAsync(4 * SECOND);

    expect(look).toHaveBeenCalledExactlyOnceWith(['mfa-proved', 'admin-agent']);
  });

  test('has to wait while a look is under way, which an alarm would take up', async () => {
    seenBySomebody(true);
    const look = vi.fn(async () => undefined);
    const { background } = aBackground(
      aState({
        session: { checkWanted: true, nextLooks: { [STEP]: NOON }, nextCheckAt: NOON },
      }),
    );
    const rechecks = new Rechecks(background, look);

    await rechecks.arm();
    await rechecks.due();

    expect(look).not.toHaveBeenCalled();
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm?.scheduledTime).toBe(NOON_MS + 30 * SECOND);
  });
});
