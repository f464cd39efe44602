import { browser } from 'wxt/browser';
import type { Background } from './background.ts';
import { anythingVisible } from './rechecks.ts';

const ALARM = 'update';
const RETRY_MINUTES = 5;

/**
 * Takes a newer version over at a quiet moment: nobody looks at a portal or at a page of ours, and
 * neither a sign-in nor a check is under way. With this listener the browser leaves the moment to
 * us; what is never taken is installed when the browser starts next. Answers and progress are on
 * disk, and the sign-in comes back silently.
 */
export function updateWhenQuiet({ store }: Background): void {
  const take = async () => {
    const { session } = await store.read();
    if (!session.updateWaiting) return;
    const busy = session.busy !== undefined || session.signingIn;
    if (!busy && !(await anythingVisible())) browser.runtime.reload();
  };
  browser.runtime.onUpdateAvailable.addListener(async () => {
    await store.update((state) => ({
      ...state,
      session: { ...state.session, updateWaiting: true },
    }));
    await browser.alarms.create(ALARM, { periodInMinutes: RETRY_MINUTES });
    await take();
  });
  browser.alarms.onAlarm.addListener(({ name }) => void (name === ALARM && take()));
  browser.tabs.onActivated.addListener(() => void take());
  browser.tabs.onRemoved.addListener(() => void take());
}
