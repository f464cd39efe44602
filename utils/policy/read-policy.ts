import { browser } from 'wxt/browser';
import type { IgnoredSetting } from '../domain/settings-report.ts';
import { readSettings, type Settings } from './settings.ts';

/** What the organisation set. Firefox rejects when there is no policy at all; that is no policy. */
export async function readPolicy(): Promise<
  Readonly<{ settings: Settings; ignored: IgnoredSetting[] }>
> {
  const managed: unknown = await browser.storage.managed.get(null).catch(() => ({}));
  return readSettings(managed);
}
