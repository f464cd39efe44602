import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openBroadcast } from '@/utils/background/broadcast.ts';
import { panelIsDeaf } from '@/utils/background/frames.ts';
import { aFrame, aState } from '../a-state.ts';
import { HOME } from '../guidance/scene.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const TAB = 7;
const PANEL_FRAME = 3;
const inPortal = aState({
  session: { revision: 5, tabs: { [TAB]: { frames: { 0: aFrame(HOME) } } } },
});

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

/** Tells of the state; gives what frames were told, by frame id, beacons' orders aside. */
async function told(state: typeof inPortal): Promise<unknown[]> {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
  const send = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
  const settled = vi.fn(async () => undefined);
  openBroadcast(async () => ({ revision: 1 }) as never, settled).changed(state);
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith(TAB, expect.anything(), { frameId: 0 }));
  return send.mock.calls
    .map(([tabId, message, where]) => ({ tabId, message, where }))
    .filter(({ message }) => (message as { waymark: string }).waymark === 'changed');
}

test('a docked panel that broadcasts do not reach is told in its own frame', async () => {
  const { background, state } = aBackground(inPortal);
  await panelIsDeaf(background, { tabId: TAB, frameId: PANEL_FRAME });

  expect(await told(state())).toEqual([
    { tabId: TAB, message: { waymark: 'changed', revision: 5 }, where: { frameId: PANEL_FRAME } },
  ]);
});

test('a panel that hears broadcasts is not told twice', async () => {
  expect(await told(inPortal)).toEqual([]);
});

test('a panel that says again that it is deaf changes nothing', async () => {
  const { background, state } = aBackground(inPortal);
  await panelIsDeaf(background, { tabId: TAB, frameId: PANEL_FRAME });
  const before = state();
  await panelIsDeaf(background, { tabId: TAB, frameId: PANEL_FRAME });

  expect(state()).toBe(before);
});
