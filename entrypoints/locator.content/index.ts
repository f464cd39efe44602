import { defineContentScript } from 'wxt/utils/define-content-script';
import { openLookout } from '@/utils/locator/lookout.ts';
import { parts } from '../beacon.content/parts.ts';

/** Finding. The background puts it into a frame whose beacon has something to point at. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: () => {
    parts().openLookout = openLookout;
  },
});
