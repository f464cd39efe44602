import { browser } from 'wxt/browser';

/**
 * Asks the browser to let Waymark show notifications; to be called in the press of a button, before
 * anything is awaited.
 *
 * @returns `false` where nothing could be asked: a panel in a portal page of Firefox has no such API.
 */
export async function askToNotify(): Promise<boolean> {
  const { permissions } = browser as Partial<typeof browser>;
  if (!permissions) return false;
  await permissions.request({ permissions: ['notifications'] });
  return true;
}
