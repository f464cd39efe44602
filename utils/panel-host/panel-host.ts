import type { PanelOrders } from '../domain/orders.ts';
import { openSchedule } from '../locator/schedule.ts';
import type { Box } from '../locator/sight.ts';
import { isOurs, type ShadowOf } from '../locator/tree.ts';
import { child, ownElement } from '../ring/own-element.ts';
import { shield } from '../ring/shield.ts';
import { drawChip } from './chip.ts';
import type { Dock } from './dock.ts';
import { openFront } from './front.ts';
import { openPageFrame } from './page-frame.ts';
import { boxOn, freeSide, type Show } from './place.ts';
import { PANEL_CSS } from './styles.ts';

/** What was ordered last, and the box of the control that is pointed at. */
type Wish = Readonly<{ orders: PanelOrders; target: Box | undefined }>;

type Pressed = Readonly<{
  /** The chip. */
  expand: () => void;
  /** Anything of ours, while a dialog of the page keeps us from being used. */
  beside: () => void;
}>;

const PANE_CHANGES = {
  subtree: true,
  childList: true,
  attributeFilter: ['class', 'style', 'hidden', 'open', 'role', 'aria-hidden'],
};

/**
 * The docked panel of a page's top frame: our own extension page in a frame, or the slim chip.
 * It lies over the page's edge and makes way for what the administrator needs.
 *
 * A modal dialog of the page makes everything outside it unusable, us too. We then stand above it,
 * to be read, say so, and lead to the browser's own side panel.
 */
export function openPanelHost(shadowOf: ShadowOf, pressed: Pressed): Pick<Dock, 'show' | 'room'> {
  const panel = new PanelHost(shadowOf, pressed);
  return {
    show: (orders, target) => {
      if (!orders || orders.show === 'hidden') panel.hide();
      else panel.show(orders, target);
    },
    room: () => panel.room(),
  };
}

class PanelHost {
  readonly #shadowOf: ShadowOf;
  readonly #pressed: Pressed;
  readonly #own = ownElement('waymark-panel', PANEL_CSS);
  readonly #host = this.#own.host;
  readonly #page = openPageFrame(this.#own.root);
  readonly #chip = child('button');
  readonly #behind = child('p');
  readonly #front;
  #listening = new AbortController();
  #isBlocked = false;
  #wish: Wish | undefined;
  #now: Readonly<{ show: Show; side: PanelOrders['side'] }> | undefined;
  /** The orders on which the chip was pressed; the panel is open until others come. */
  #pressedOn: PanelOrders | undefined;

  /** Comes where the browser has just laid out the page and not yet drawn it: reading is free. */
  readonly #laidOut = new ResizeObserver(() => {
    this.#laidOut.disconnect();
    this.#settle();
  });
  readonly #changed = openSchedule(
    () => false,
    () => this.#settle(),
  ).changed;
  /** A pane of the portal may open or close at any time. */
  readonly #panes = new MutationObserver((records) => {
    if (records.some(({ target }) => !isOurs(target))) this.#changed();
  });

  constructor(shadowOf: ShadowOf, pressed: Pressed) {
    this.#shadowOf = shadowOf;
    this.#pressed = pressed;
    this.#front = openFront(this.#host, this.#behind, shadowOf);
    this.#own.root.append(this.#chip, this.#behind);
    this.#host.addEventListener('pointerenter', this.#prepare);
    this.#host.addEventListener('pointerleave', this.#page.forget);
  }

  show(orders: PanelOrders, target: Box | undefined): void {
    if (!this.#host.isConnected) this.#attach(orders.url);
    this.#panes.disconnect();
    if (orders.show === 'open') this.#panes.observe(document, PANE_CHANGES);
    if (JSON.stringify(orders.chip) !== JSON.stringify(this.#wish?.orders.chip))
      drawChip(this.#chip, orders.chip);
    this.#behind.textContent = orders.behind;
    this.#wish = { orders, target };
    this.#place();
  }

  hide(): void {
    this.#panes.disconnect();
    this.#laidOut.disconnect();
    this.#listening.abort();
    this.#page.remove();
    this.#host.remove();
    this.#front.leave();
    this.#wish = this.#now = this.#pressedOn = undefined;
  }

  /** What is left of the window for the ring and its label. */
  room(): Box {
    const all = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    if (!this.#now) return all;
    const { left, right } = boxOn(this.#now.side, this.#now.show);
    return left > 0 ? { ...all, right: left } : { ...all, left: right };
  }

  /** Loading is the longest part of opening; it begins when pointer or focus come to the chip. */
  readonly #prepare = () => {
    if (this.#wish && !this.#isBlocked) this.#page.load(this.#wish.orders.url);
  };

  /** At once: the background will order the same, and the way to it and back would be waited for. */
  readonly #open = () => {
    this.#pressedOn = this.#wish?.orders;
    this.#place();
    this.#pressed.expand();
  };

  #place(): void {
    if (!this.#wish) return;
    const { orders, target } = this.#wish;
    const isOpen = (orders.show === 'open' || orders === this.#pressedOn) && !this.#isBlocked;
    const show = isOpen ? 'open' : 'chip';
    if (isOpen) this.#page.load(orders.url);
    this.#page.show(isOpen);
    this.#chip.hidden = isOpen;
    this.#now = { show, side: this.#now?.side ?? orders.side };
    mark(this.#host, this.#now);
    // The ring's label is about to ask for the room that is left.
    if (target) this.#settle();
    else this.#laidOut.observe(this.#host);
  }

  #settle(): void {
    if (!this.#wish || !this.#now) return;
    const { orders, target } = this.#wish;
    const side = freeSide(orders.side, this.#now.show, target, this.#shadowOf);
    this.#now = { ...this.#now, side };
    mark(this.#host, this.#now);
    this.#front.rise();
  }

  #attach(url: string): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.documentElement.append(this.#host);
    // Before the shield, which lets nobody else hear of it.
    const near = ({ target }: Event) => target === this.#host && this.#prepare();
    addEventListener('focusin', near, { capture: true, signal });
    const { isHit } = this.#front;
    shield(this.#host, this.#open, signal, { isHit, press: this.#pressed.beside });
    // Opening and closing a dialog moves the focus, wherever in the page the dialog is.
    for (const type of ['focusin', 'focusout', 'toggle', 'fullscreenchange'])
      addEventListener(type, this.#changed, { capture: true, passive: true, signal });
    // A page that forbids our frame gets the chip; it opens the browser's own side panel.
    const judge = ({ blockedURI }: SecurityPolicyViolationEvent) => {
      this.#isBlocked ||= url.startsWith(blockedURI);
      this.#place();
    };
    document.addEventListener('securitypolicyviolation', judge, { signal });
  }
}

/** Says on our element what it shows; only what is different, since our own watch sees it. */
function mark({ dataset }: HTMLElement, marks: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(marks)) {
    if (dataset[name] !== value) dataset[name] = value;
  }
}
