import { parts } from './parts.ts';

/**
 * Makes this beacon the frame's only one: stops an older one of the same installation, and clears
 * away what one of an installation that is gone has left. That one, an orphan, finds out by itself.
 */
export function takeOver(): AbortController {
  const shared = parts();
  shared.beacon?.abort();
  for (const left of document.querySelectorAll('waymark-ring,waymark-panel')) left.remove();
  shared.beacon = new AbortController();
  return shared.beacon;
}
