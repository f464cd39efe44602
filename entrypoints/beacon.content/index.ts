import { defineContentScript } from 'wxt/utils/define-content-script';
import { contentMatches } from '@/portals/hosts.ts';
import { startBeacon } from './beacon.ts';

/** In every frame of every portal: small, and idle until the background gives it orders. */
export default defineContentScript({
  matches: contentMatches,
  allFrames: true,
  matchOriginAsFallback: true,
  // Before pictures and frames have come: a guide that is under way should not wait for them.
  runAt: 'document_end',
  main: startBeacon,
});
