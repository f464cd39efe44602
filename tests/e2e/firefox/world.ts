import { type FirefoxOptions, openFirefox } from '@/scripts/start/firefox.ts';
import { openWorld, type World } from '../world.ts';

/**
 * A simulated tenant, a clean Firefox ESR with the production build `.output/firefox-mv3` installed
 * in its profile, and a person at the keyboard: what `openWorld` is for Chromium, and its helpers
 * (`ask`, `view`, `ready`, `openPortal`, …) work with it. `own` is the options page.
 *
 * Differences to mind: a page of the extension never says that it has loaded, so go there with
 * `waitUntil: 'commit'`; there is no CDP, hence no `killWorker` (let the event page fall asleep with
 * the preference `extensions.background.idle.timeout`, milliseconds).
 *
 * @param options `extension: null` starts without the extension, for tests that have a policy
 *   install it; `program` names another program to start, e.g. one that lays policies over
 *   `/etc/firefox` first and then becomes Firefox; `preferences` win over ours. Without an extension
 *   there is no `own` page: use `openFirefox` of `scripts/start/firefox.ts` then.
 */
export function openFirefoxWorld(
  scenario: string,
  options: Partial<FirefoxOptions> = {},
): Promise<World> {
  return openWorld(scenario, {}, (base) => openFirefox({ ...base, ...options }));
}
