import { isShown } from '../locator/sight.ts';
import { openPatience } from './patience.ts';

/**
 * Child frames of this document that cannot be seen, by their place in `window`. Portals keep
 * frames warm behind the one in front, and a frame cannot tell by itself that it is one of them.
 */
export function hiddenFrames(): number[] {
  const places = Array.from(window, (_, place) => window[place]);
  return [...document.querySelectorAll('iframe')]
    .filter((frame) => !isShown(frame))
    .map(({ contentWindow }) => places.indexOf(contentWindow as Window))
    .filter((place) => place >= 0);
}

/** What may bring a frame or a pane of the page into sight, or out of it. */
export const SIGHT_CHANGES = {
  subtree: true,
  childList: true,
  attributeFilter: ['class', 'style', 'hidden', 'open', 'role', 'aria-hidden'],
};

/**
 * Calls back when other child frames than before cannot be seen. To be made when somebody first
 * wants to hear it; observes no longer than that, nor what comes before the next look, which sees it.
 */
export function openFrameWatch(): (changed: (() => void) | undefined) => void {
  let heard: (() => void) | undefined;
  let last = '';
  const compare = () => {
    if (!heard) return;
    observer.observe(document, SIGHT_CHANGES);
    const now = hiddenFrames().join();
    if (now !== last) heard();
    last = now;
  };
  const look = openPatience(compare);
  const observer = new MutationObserver(() => {
    observer.disconnect();
    look();
  });
  return (changed) => {
    const isOn = heard !== undefined;
    heard = changed;
    if (!changed) observer.disconnect();
    else if (!isOn) look();
  };
}
