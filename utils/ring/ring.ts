import type { Control } from '../locator/control.ts';
import { type Box, clipOf } from '../locator/sight.ts';
import { drawnLine } from '../locator/tree.ts';
import { afterFrame } from './after-frame.ts';
import { follow } from './follow.ts';
import { covers, neighboursOf } from './neighbours.ts';
import { child, ownElement } from './own-element.ts';
import { say } from './say.ts';
import { isOver, shield } from './shield.ts';
import { labelSide, lookingFrom, roomAround, type Side } from './side.ts';
import { AT_ANCHOR, GAP_PX, LABEL_GAP_PX, RING_CSS } from './styles.ts';
import { inkOf, lastWords } from './words.ts';

/** What the ring is to show. */
export type Spot = Readonly<{
  control: Control;
  /** Parts in [brackets] are control labels. */
  label: string;
  /** On the button that stands at the edge while the control is out of view. */
  outOfView: string;
  inView: boolean;
  tiny: boolean;
  /** The part of the viewport that is free for the label. */
  room: Box;
  /** Of our words. */
  direction: string;
}>;

export type Ring = Readonly<{
  /** Draws the ring, or moves it in the same frame. */
  show: (spot: Spot) => void;
  /** Takes the ring off the page. */
  hide: () => void;
}>;

/** More than this off its target, the ring is astray. Half a device pixel may be rounding. */
const ASTRAY_PX = 0.75;

/** Distance of the edge arrow from the edge, and the width it may need. CSS pixels. */
const EDGE_PX = 10;
const ARROW_PX = 300;

/**
 * The one ring of a frame.
 *
 * It is a popover anchored to the control: the browser moves it with the control, also while the
 * page's scripts are busy, into shadow roots and above dialogs, and nothing is written on the page.
 *
 * @param bringIntoView The edge arrow was pressed.
 */
export function openRing(bringIntoView: (target: Element) => void): Ring {
  const { host, root } = ownElement('waymark-ring', RING_CSS);
  const ring = child('div');
  const label = child('div', 'label');
  const edge = child('button', 'edge');
  let shown = new AbortController();
  let target: Element | undefined;
  let words: Element | undefined;
  let layer: Element | undefined;
  let goOn: (() => void) | undefined;
  let dressed = '';
  let placed = '';
  let near: readonly Box[] = [];
  let size = new DOMRect();
  let place: (() => void) | undefined;

  label.popover = host.popover = 'manual';
  root.append(ring, label, edge);

  const hide = () => {
    shown.abort();
    host.remove();
    target = undefined;
  };

  const open = (element: Element, last: Element | undefined) => {
    shown.abort();
    shown = new AbortController();
    goOn = undefined;
    target = element;
    // What following has written for the control before would win over the anchor.
    for (const part of [host, label]) part.removeAttribute('style');
    if (!host.isConnected) document.documentElement.append(host);
    host.hidePopover();
    words = undefined;
    standAt(last);
    anchor(host, element);
    // Only now: opening asks for styles, and styles that ask for an anchor ask for a layout.
    for (const [name, value] of Object.entries(AT_ANCHOR)) host.style.setProperty(name, value);
    sizes.disconnect();
    for (const part of [host, label]) sizes.observe(part);
    const press = () => bringIntoView(element);
    const isHit = (event: MouseEvent) => !edge.hidden && isOver(edge, layer, event);
    shield(host, press, shown.signal, { isHit, press });
  };

  const standAt = (last: Element | undefined) => {
    if (last && last !== words) anchor(label, last);
    words = last;
  };

  /** Reads where the control's words are; what puts the label there runs again when its size changes. */
  const labelAt = ({ control, room }: Spot) => {
    const isRtl = getComputedStyle(control.element).direction === 'rtl';
    const last = lastWords(control, isRtl);
    const ink = inkOf(last, control.element);
    const spare = roomAround(ink, last.getBoundingClientRect());
    // Asked again only when something is different: what comes beside it moves no label.
    const now = JSON.stringify([ink, room]);
    if (now !== placed) near = neighboursOf(control);
    placed = now;
    place = () => {
      const [wide, high] = [size.width + LABEL_GAP_PX, size.height + LABEL_GAP_PX];
      const side = labelSide(ink, wide, high, room, isRtl, (at) => covers(near, ink, at, size));
      turn(label, side);
      label.style.setProperty('--s', `${spare[side]}px`);
    };
    return last;
  };

  const edgeAt = ({ control: { element }, room }: Spot) => {
    const clip = clipOf(element);
    const isRoomy = clip.right - clip.left > ARROW_PX && clip.bottom - clip.top > ARROW_PX / 3;
    const { left, top, right, bottom } = isRoomy ? clip : room;
    const from = lookingFrom(element.getBoundingClientRect(), clip);
    const inset = [top, innerWidth - right, innerHeight - bottom, left];
    place = () => {
      turn(edge, from);
      edge.style.inset = inset.map((px) => `${px + EDGE_PX}px`).join(' ');
    };
    return undefined;
  };

  /** Writes only what is different: each write would cost a layout. */
  const dress = ({ inView, tiny, direction, label: text, outOfView }: Spot) => {
    const now = [inView, tiny, direction, text, outOfView, target ? '' : ' new'].join();
    if (now === dressed) return;
    dressed = now;
    ring.className = `${tiny ? 'dot' : 'ring'}${target ? '' : ' new'}`;
    ring.hidden = label.hidden = !inView;
    edge.hidden = inView;
    for (const part of [ring, label, edge]) part.dir = direction;
    label.replaceChildren(say(text));
    edge.replaceChildren(say(outOfView));
  };

  const own = (element: Element): Parameters<typeof follow>[0] => [
    [host, () => element],
    [label, () => words ?? element],
  ];

  /** Whether the browser errs is told after the frame; from then on the ring follows by script. */
  const doubt = (element: Element, signal: AbortSignal) => {
    afterFrame(() => {
      if (signal.aborted || goOn || !isAstray(host, element)) return;
      goOn = follow(own(element), signal);
    });
  };

  /**
   * Comes with the frame's own layout, before it is painted: to ask before would cost another. So
   * the label's size is known when it has one, and so is whether the ring stands where it should.
   */
  const sizes = new ResizeObserver(() => {
    size = label.getBoundingClientRect();
    place?.();
    if (target && !goOn && isAstray(host, target)) doubt(target, shown.signal);
  });

  /** Reads, then writes, and asks for nothing that it has changed: that would cost a layout. */
  const show = (spot: Spot) => {
    const { element } = spot.control;
    const on = [...drawnLine(element)].find((at) => at.matches(':popover-open,:modal,:fullscreen'));
    const last = (spot.inView ? labelAt : edgeAt)(spot);
    const isNew = element !== target || on !== layer || !host.isConnected;
    const astray = !isNew && !goOn && isAstray(host, element);
    dress(spot);
    if (isNew) open(element, last);
    else standAt(last);
    layer = on;
    place?.();
    if (goOn) goOn();
    else if (astray) doubt(element, shown.signal);
  };

  return { show, hide };
}

/** Opens a popover at an anchor; when it is open already, again, on top of what came later. */
function anchor(popover: HTMLElement, source: Element): void {
  popover.hidePopover();
  popover.showPopover({ source: source as HTMLElement });
}

function isAstray(host: Element, target: Element): boolean {
  const room = roomAround(target.getBoundingClientRect(), host.getBoundingClientRect());
  const { currentCSSZoom = 1 } = host;
  return Object.values(room).some((px) => Math.abs(px - GAP_PX * currentCSSZoom) > ASTRAY_PX);
}

function turn({ dataset }: HTMLElement, side: Side): void {
  if (dataset.side !== side) dataset.side = side;
}
