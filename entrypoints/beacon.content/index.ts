import { defineContentScript } from 'wxt/utils/define-content-script';
import { contentMatches } from '@/portals/hosts.ts';
import { Beacon } from './beacon.ts';

export default defineContentScript({
  matches: contentMatches,
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main: () => new Beacon().start(),
});
