import { defineContentScript } from 'wxt/utils/define-content-script';
import { openRing } from '@/utils/ring/ring.ts';
import { parts } from '../beacon.content/parts.ts';

/** Ringing. It joins a beacon together with the locator. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: () => {
    parts().openRing = openRing;
  },
});
