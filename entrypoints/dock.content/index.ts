import { defineContentScript } from 'wxt/utils/define-content-script';
import { portalMatches } from '@/portals/hosts.ts';
import { hiddenFrames, openFrameWatch } from '@/utils/panel-host/child-frames.ts';
import { openPanelHost } from '@/utils/panel-host/panel-host.ts';
import { send } from '../beacon.content/link.ts';
import { parts } from '../beacon.content/parts.ts';
import { shadowOf } from '../beacon.content/shadow-of.ts';
import { readAccount } from './account.ts';

/** What only a page's top frame has: the docked panel, and the portal's account menu. */
export default defineContentScript({
  matches: portalMatches,
  runAt: 'document_end',
  main: () => {
    parts().dock?.show();
    parts().dock = {
      ...openPanelHost(shadowOf, {
        expand: () => void send('expand', {}),
        beside: () => void send('beside', {}),
      }),
      hiddenFrames,
      watchFrames: openFrameWatch(),
      account: readAccount,
    };
    // Firefox may run this long after the beacon, when the orders have come already.
    parts().changed?.();
  },
});
