import { defineContentScript } from 'wxt/utils/define-content-script';
import { openLookout } from '@/utils/locator/lookout.ts';
import { openRing } from '@/utils/ring/ring.ts';
import { parts } from '../beacon.content/parts.ts';

/** Finding and ringing. The background puts them into a frame whose beacon has something to point at. */
export default defineContentScript({
  // It answers nobody, so what it comes to needs no name.
  globalName: false,
  matches: [],
  registration: 'runtime',
  main: () => {
    Object.assign(parts(), { openLookout, openRing });
  },
});
