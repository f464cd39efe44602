import { defineContentScript } from 'wxt/utils/define-content-script';
import { contentMatches } from '@/portals/hosts.ts';
import { startBeacon } from './beacon.ts';

/**
 * In every frame of every portal: small, and idle until the background gives it orders. It asks for
 * them while the page is still coming, so that they are there when the page is.
 */
export default defineContentScript({
  // It answers nobody, so what it comes to needs no name.
  globalName: false,
  matches: contentMatches,
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main: startBeacon,
});
