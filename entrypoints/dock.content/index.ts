import { defineContentScript } from 'wxt/utils/define-content-script';
import { portalMatches } from '@/portals/hosts.ts';
import { hiddenFrames, openFrameWatch } from '@/utils/panel-host/child-frames.ts';
import type { Dock } from '@/utils/panel-host/dock.ts';
import { openPanelHost } from '@/utils/panel-host/panel-host.ts';
import { parts } from '../beacon.content/parts.ts';
import { readAccount } from './account.ts';

/** What only a page's top frame has: the docked panel, and the portal's account menu. */
export default defineContentScript({
  // It answers nobody, so what it comes to needs no name.
  globalName: false,
  matches: portalMatches,
  // The panel's own page takes the longest to come; it comes together with the portal's.
  runAt: 'document_start',
  main: () => {
    // Firefox compiles the two scripts apart, and may run this one first.
    if (!joinBeacon()) addEventListener('DOMContentLoaded', joinBeacon);
  },
});

/** @returns whether there is a beacon to join. */
function joinBeacon(): boolean {
  const { dock, join } = parts();
  let watch: Dock['watchFrames'] | undefined;
  dock?.show();
  join?.((shadowOf, send) => ({
    ...openPanelHost(shadowOf, {
      expand: () => void send('expand', {}),
      beside: () => void send('beside', {}),
    }),
    hiddenFrames,
    watchFrames: (changed) => {
      watch ??= changed && openFrameWatch();
      watch?.(changed);
    },
    account: readAccount,
  }));
  return !!join;
}
