import { browser } from 'wxt/browser';
import { readSettings } from './read-settings.ts';
import type { Settings } from './settings.ts';

/** The organisation's policy: what applies of it, and all of it as the browser handed it over. */
export type Policy = Readonly<{ settings: Settings; received: unknown }>;

/**
 * What the organisation set. Firefox rejects when there is no policy at all; that is no policy.
 *
 * @param guideIds the guides there are
 */
export async function readPolicy(guideIds: readonly string[]): Promise<Policy> {
  const received: unknown = await browser.storage.managed.get(null).catch(() => ({}));
  return { settings: readSettings(received, guideIds).settings, received };
}
