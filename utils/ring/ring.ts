import type { Control } from '../locator/control.ts';
import { type Box, clipOf } from '../locator/sight.ts';
import { drawnLine } from '../locator/tree.ts';
import { follow } from './follow.ts';
import { child, ownElement } from './own-element.ts';
import { say } from './say.ts';
import { shield } from './shield.ts';
import { edgePlace, labelSide, OPPOSITE, wayTo } from './side.ts';
import { GAP_PX, RING_CSS } from './styles.ts';
import { lastWords } from './words.ts';

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
  direction: 'ltr' | 'rtl';
}>;

/** More than this off its target, the ring is astray. Half a device pixel may be rounding. */
const ASTRAY_PX = 0.75;

/**
 * The one ring of a frame.
 *
 * It is a popover anchored to the control: the browser moves it with the control, also while the
 * page's scripts are busy, into shadow roots and above dialogs, and nothing is written on the page.
 */
export class Ring {
  readonly #own = ownElement('waymark-ring', RING_CSS);
  readonly #ring = child('div');
  readonly #label = child('div', 'label');
  readonly #edge = child('button', 'edge');
  readonly #bringIntoView: (target: Element) => void;
  #shown = new AbortController();
  #target: Element | undefined;
  #words: Element | undefined;
  #layer: Element | undefined;
  #follows = false;

  /** @param bringIntoView The edge arrow was pressed. */
  constructor(bringIntoView: (target: Element) => void) {
    this.#bringIntoView = bringIntoView;
    this.#label.popover = this.#own.host.popover = 'manual';
    this.#own.root.append(this.#ring, this.#label, this.#edge);
  }

  /** Draws the ring, or moves it in the same frame. */
  show({ control, label, outOfView, inView, tiny, room, direction }: Spot): void {
    const { element } = control;
    const layer = [...drawnLine(element)].find((at) =>
      at.matches(':popover-open,:modal,:fullscreen'),
    );
    this.#ring.className = `${tiny ? 'dot' : 'ring'}${this.#target ? '' : ' new'}`;
    if (element !== this.#target || layer !== this.#layer || !this.#own.host.isConnected)
      this.#open(element);
    this.#layer = layer;
    for (const part of [this.#ring, this.#label, this.#edge]) part.dir = direction;
    this.#ring.hidden = this.#label.hidden = !inView;
    this.#edge.hidden = inView;
    if (inView) this.#showLabel(control, label, room);
    else this.#showEdge(element, outOfView, room);
    if (!this.#follows && this.#isAstray(element)) this.#follow(element);
  }

  /** Takes the ring off the page. */
  hide(): void {
    this.#shown.abort();
    this.#own.host.remove();
    this.#target = undefined;
  }

  #open(element: Element): void {
    const { host } = this.#own;
    this.#shown.abort();
    this.#shown = new AbortController();
    this.#follows = false;
    host.removeAttribute('style');
    if (!host.isConnected) document.documentElement.append(host);
    anchor(host, element);
    shield(host, () => this.#bringIntoView(element), this.#shown.signal);
    this.#target = element;
    this.#words = undefined;
  }

  #showLabel(control: Control, label: string, room: Box): void {
    const { direction } = getComputedStyle(control.element);
    const words = lastWords(control, direction);
    write(this.#label, label);
    if (words !== this.#words) anchor(this.#label, words);
    this.#words = words;
    const box = words.getBoundingClientRect();
    this.#label.dataset.side = labelSide(box, this.#label.getBoundingClientRect(), room, direction);
  }

  #showEdge(element: Element, outOfView: string, room: Box): void {
    const clip = clipOf(element);
    const way = wayTo(element.getBoundingClientRect(), clip);
    write(this.#edge, outOfView);
    this.#edge.dataset.side = OPPOSITE[way];
    const { left, top } = edgePlace(way, this.#edge.getBoundingClientRect(), clip, room);
    this.#edge.style.left = `${left}px`;
    this.#edge.style.top = `${top}px`;
  }

  #isAstray(element: Element): boolean {
    const own = this.#own.host.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const off = [
      box.left - own.left - GAP_PX,
      box.top - own.top - GAP_PX,
      own.right - GAP_PX - box.right,
      own.bottom - GAP_PX - box.bottom,
    ];
    return off.some((px) => Math.abs(px) > ASTRAY_PX);
  }

  #follow(element: Element): void {
    this.#follows = true;
    const anchors = [
      [this.#own.host, () => element],
      [this.#label, () => this.#words ?? element],
    ] as const;
    follow(anchors, this.#shown.signal);
  }
}

/** Opens a popover at an anchor; when it is open already, again, on top of what came later. */
function anchor(popover: HTMLElement, source: Element): void {
  popover.hidePopover();
  popover.showPopover({ source: source as HTMLElement });
}

function write(element: HTMLElement, words: string): void {
  const post = child('div', 'post');
  post.append(say(words));
  if (element.textContent !== post.textContent) element.replaceChildren(post);
}
