import { defineContentScript } from 'wxt/utils/define-content-script';
import { contentMatches } from '@/portals/hosts.ts';
import { startBeacon } from './beacon.ts';

/** In every frame of every portal: small, and idle until the background gives it orders. */
export default defineContentScript({
  matches: contentMatches,
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main: startBeacon,
});
