import { topmost } from '../locator/sight.ts';
import { drawnLine, type ShadowOf } from '../locator/tree.ts';
import { isOver } from '../ring/shield.ts';

/** The parts of a page that stand in front of all others; a dialog also keeps those from use. */
const IN_FRONT = ':modal,:fullscreen';

export type Front = Readonly<{
  /** Stands above what the page has put in front of everything, for as long as it is there. */
  rise: () => void;
  /** A press that would have been ours, had the page's dialog not kept us from being used. */
  isHit: (event: MouseEvent) => boolean;
  leave: () => void;
}>;

/**
 * Keeps our element in front.
 *
 * @param behind Says that we are to be read, not used; hidden where we can be used.
 */
export function openFront(host: HTMLElement, behind: HTMLElement, shadowOf: ShadowOf): Front {
  let over: Element | undefined;
  behind.hidden = true;

  const rise = () => {
    const front = inFront(host, shadowOf);
    if (front === host && over?.matches(IN_FRONT)) return;
    const next = front === host ? undefined : front;
    if (next === over) return;
    over = next;
    host.popover = over ? 'manual' : null;
    if (over) {
      host.hidePopover();
      host.showPopover();
    }
    behind.hidden = isUsable(host);
  };

  return {
    rise,
    isHit: (event) => !behind.hidden && isOver(host, over, event),
    leave: () => {
      host.popover = null;
      over = undefined;
    },
  };
}

/** The one that stands in front of our element; `host` itself where nothing does. */
function inFront(host: Element, shadowOf: ShadowOf): Element | undefined {
  const [x, y] = middleOf(host);
  if (document.elementFromPoint(x, y) === host) return host;
  const hit = topmost(x, y, shadowOf);
  return hit && [...drawnLine(hit)].find((at) => at.matches(IN_FRONT));
}

/** Takes clicks: what the browser has made inert is not found at its own place. */
function isUsable(host: Element): boolean {
  return document.elementsFromPoint(...middleOf(host)).includes(host);
}

function middleOf(host: Element): [x: number, y: number] {
  const { left, top, width, height } = host.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
