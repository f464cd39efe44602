import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import type { Background } from '@/utils/background/background.ts';
import { openBadge } from '@/utils/background/badge.ts';
import { openBroadcast } from '@/utils/background/broadcast.ts';
import { CheckRun } from '@/utils/background/check-run.ts';
import { MicrosoftClock } from '@/utils/background/clock.ts';
import { EndOfWait } from '@/utils/background/end-of-wait.ts';
import { forgetTab } from '@/utils/background/frames.ts';
import { handlersOf, type Parts } from '@/utils/background/handlers.ts';
import { moveIntoOpenPortals } from '@/utils/background/open-portals.ts';
import { Rechecks } from '@/utils/background/rechecks.ts';
import { badgeFor, ordersOf } from '@/utils/background/scene.ts';
import { forgetInterruptedWork } from '@/utils/background/sign-in.ts';
import { openSidePanelOnClick } from '@/utils/background/surfaces.ts';
import { updateWhenQuiet } from '@/utils/background/update.ts';
import { cameBack } from '@/utils/background/visits.ts';
import { listen } from '@/utils/messaging/listen.ts';
import { openPolicy } from '@/utils/policy/read-policy.ts';
import { openStore } from '@/utils/state/store.ts';
import type { State } from '@/utils/state/stored.ts';

/** Wiring only: builds the parts, listens, and takes up what an earlier worker left undone. */
export default defineBackground({
  type: 'module',
  main() {
    const showBadge = openBadge();
    const settled = async (state: State) => {
      await Promise.all([badgeFor(background, state).then(showBadge), endOfWait.settle(state)]);
    };
    const broadcast = openBroadcast(
      (state, tabId, frameId) => ordersOf(background, state, tabId, frameId),
      settled,
    );
    const policy = openPolicy([guide.id], () => {
      void background.store.read().then(broadcast.changed);
    });
    const background: Background = {
      store: openStore(broadcast.changed),
      guide,
      portals,
      clock: new MicrosoftClock(),
      random: Math.random,
      policy: policy.read,
      shownPolicy: policy.shown,
    };
    const run = new CheckRun(background);
    const rechecks: Rechecks = new Rechecks(background, (steps) => run.run(rechecks, steps));

    const endOfWait = new EndOfWait(background, (steps) => run.run(rechecks, steps));

    listen(handlersOf({ background, run, rechecks, broadcast, endOfWait }));
    browser.tabs.onRemoved.addListener((tabId) => void forgetTab(background, tabId));
    const back = () => {
      void cameBack({ background, run, rechecks });
      // A panel beside the page shows the tab in front.
      void background.store.read().then(broadcast.changed);
    };
    browser.tabs.onActivated.addListener(back);
    browser.windows.onFocusChanged.addListener(back);
    openSidePanelOnClick();
    updateWhenQuiet(background);
    void resume(background, { run, rechecks, broadcast });
  },
});

async function resume(
  background: Background,
  { run, rechecks, broadcast }: Pick<Parts, 'run' | 'rechecks' | 'broadcast'>,
): Promise<void> {
  const state = await forgetInterruptedWork(background);
  const { session } = state;
  background.clock.skewMs = session.skewMs;
  // An earlier worker may have died between a change and telling of it, and a browser that was
  // restarted has forgotten the badge.
  broadcast.changed(state);
  void moveIntoOpenPortals(state);
  if (session.checkWanted) await run.run(rechecks, 'stale');
  else await rechecks.arm();
}
