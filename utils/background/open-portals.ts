import { browser } from 'wxt/browser';
import { contentMatches } from '../../portals/hosts.ts';
import type { State } from '../state/stored.ts';
import { tell } from './frames.ts';

/**
 * Puts our content scripts into portal pages that were open before this extension ran: it was
 * installed, updated, reloaded or switched on again. Browsers tell an extension of the first three
 * only (`runtime.onInstalled`), so the pages themselves are asked: the scripts of before are dead.
 *
 * @param state As the worker found it. What belongs to the browser's session ends with the
 * extension (`storage.session`): a worker that finds tabs in it is not the first of its extension.
 */
export async function moveIntoOpenPortals({ session }: State): Promise<void> {
  if (Object.keys(session.tabs).length > 0) return;
  const tabs = await browser.tabs.query({ url: contentMatches });
  await Promise.all(tabs.map(({ id }) => moveInto(id)));
}

async function moveInto(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  if (await tell(tabId, 0, { waymark: 'are-you-there' })) return;
  await inject(tabId, true, '/content-scripts/beacon.js');
  await inject(tabId, false, '/content-scripts/dock.js');
}

async function inject(
  tabId: number,
  allFrames: boolean,
  file: '/content-scripts/beacon.js' | '/content-scripts/dock.js',
): Promise<void> {
  await browser.scripting
    .executeScript({
      target: { tabId, allFrames },
      files: [file],
      // A frame that never comes to an end would keep the panel from the page around it.
      injectImmediately: true,
    })
    .catch(() => undefined); // A tab that is closing or discarded takes none.
}
