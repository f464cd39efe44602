import { defineContentScript } from 'wxt/utils/define-content-script';
import { openLookout } from '@/utils/locator/lookout.ts';
import { openRing } from '@/utils/ring/ring.ts';
import { parts } from '../beacon.content/parts.ts';

/** Finding and ringing. The background puts it into a frame when its beacon asks for it. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: () => {
    parts().pointer = { openLookout, openRing };
  },
});
