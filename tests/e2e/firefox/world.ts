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
 * @param options `preferences` win over ours. For a Firefox into which a policy installs the
 *   extension there is `openManagedFirefox`.
 */
export function openFirefoxWorld(
  scenario: string,
  options: Partial<FirefoxOptions> = {},
): Promise<World> {
  return openWorld(scenario, {}, (base) => openFirefox({ ...base, ...options }));
}
