import { topmost } from '../locator/sight.ts';
import { drawnLine, type ShadowOf } from '../locator/tree.ts';
import { isOver } from '../ring/shield.ts';

/** The parts of a page that stand in front of all others; a dialog also keeps those from use. */
const IN_FRONT = ':modal,:fullscreen';

export type Front = Readonly<{
  /**
   * Stands above what the page has put in front of everything, for as long as it is there.
   *
   * @returns whether we are then to be read only, not used.
   */
  rise: () => boolean;
  /** A press that would have been ours, had the page's dialog not kept us from being used. */
  isHit: (event: MouseEvent) => boolean;
  leave: () => void;
}>;

/** Keeps our element in front. */
export function openFront(host: HTMLElement, shadowOf: ShadowOf): Front {
  let over: Element | undefined;
  let isBehind = false;

  const rise = () => {
    const [x, y] = middleOf(host);
    const isSeen = document.elementFromPoint(x, y) === host;
    if (isSeen && (!over || over.matches(IN_FRONT))) return isBehind;
    const next = isSeen ? undefined : inFront(topmost(x, y, shadowOf));
    if (next === over) return isBehind;
    over = next;
    host.popover = over ? 'manual' : null;
    if (over) {
      host.hidePopover();
      host.showPopover();
    }
    isBehind = !isUsable(host);
    return isBehind;
  };

  return {
    rise,
    isHit: (event) => isBehind && isOver(host, over, event),
    leave: () => {
      host.popover = null;
      over = undefined;
      isBehind = false;
    },
  };
}

/** What of the page's stands in front, of what is on top. */
function inFront(hit: Element | undefined): Element | undefined {
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
