import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { moveIntoOpenPortals } from '@/utils/background/open-portals.ts';
import { aFrame, aState } from '../a-state.ts';
import { HOME } from '../guidance/scene.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const executeScript = vi.fn<(injection: Readonly<{ target: { tabId: number } }>) => unknown>();

/** Portal tabs the browser has; `heard` says in which of them our scripts live. */
function openTabs(heard: Readonly<Record<number, boolean>>) {
  const tabs = Object.keys(heard).map((id) => ({ id: Number(id) }));
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(tabs as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async (tabId) => {
    if (!heard[tabId]) throw new Error('Could not establish connection.');
  });
}

beforeEach(() => {
  vi.restoreAllMocks();
  executeScript.mockReset().mockResolvedValue([]);
  fakeBrowser.scripting.executeScript = executeScript as never;
});

describe('the first worker of an extension', () => {
  test('puts beacon and dock where nobody hears it, and leaves the others alone', async () => {
    openTabs({ 1: true, 2: false });

    await moveIntoOpenPortals(aState());

    expect(executeScript.mock.calls).toEqual([
      [expect.objectContaining({ target: { tabId: 2, allFrames: true }, injectImmediately: true })],
      [expect.objectContaining({ target: { tabId: 2, allFrames: false } })],
    ]);
  });

  test('goes on with the next tab when one is closing', async () => {
    openTabs({ 1: false, 2: false });
    executeScript.mockImplementation(async ({ target }) => {
      if (target.tabId === 1) throw new Error('No tab with id: 1');
    });

    await moveIntoOpenPortals(aState());

    const reached = executeScript.mock.calls.map(([{ target }]) => target.tabId);
    expect(reached.filter((id) => id === 2)).toHaveLength(2);
  });
});

test('a later worker, which knows tabs from before, asks nobody', async () => {
  openTabs({ 1: false });
  const tabs = { 1: { frames: { 0: aFrame(HOME) } } };

  await moveIntoOpenPortals(aState({ session: { tabs } }));

  expect(executeScript).not.toHaveBeenCalled();
});
