import type { ChipView, PanelOrders } from '../domain/orders.ts';
import type { Box } from '../locator/sight.ts';
import { isOurs, type ShadowOf } from '../locator/tree.ts';
import { child, ownElement } from '../ring/own-element.ts';
import { shield } from '../ring/shield.ts';
import { SIGHT_CHANGES } from './child-frames.ts';
import { drawChip } from './chip.ts';
import type { Dock } from './dock.ts';
import { openFront } from './front.ts';
import { openPageFrame } from './page-frame.ts';
import { openPatience } from './patience.ts';
import { boxOn, freeSide, type Show } from './place.ts';
import { PANEL_CSS } from './styles.ts';

/** What was ordered last, and the box of the control that is pointed at. */
type Wish = Readonly<{ orders: PanelOrders; target: Box | undefined }>;

/**
 * The docked panel of a page's top frame: our own extension page in a frame, or the slim chip.
 * It lies over the page's edge and makes way for what the administrator needs.
 *
 * A modal dialog of the page makes everything outside it unusable, us too. We then stand above it,
 * to be read, say so, and lead to the browser's own side panel.
 */
export function openPanelHost(
  shadowOf: ShadowOf,
  pressed: Readonly<{
    /** The chip. */
    expand: () => void;
    /** Anything of ours, while a dialog of the page keeps us from being used. */
    beside: () => void;
  }>,
): Pick<Dock, 'show' | 'room'> {
  const { host, root } = ownElement('waymark-panel', PANEL_CSS);
  const page = openPageFrame(root);
  const chip = child('button');
  const behind = child('p');
  let listening = new AbortController();
  let isBlocked = false;
  let wish: Wish | undefined;
  let now: Readonly<{ show: Show; side: PanelOrders['side'] }> | undefined;
  /** The orders on which the chip was pressed; the panel is open until others come. */
  let pressedOn: PanelOrders | undefined;
  let drawn = '';
  const { rise, isHit, leave } = openFront(host, behind, shadowOf);
  root.append(chip, behind);

  /** At once: the background will order the same, and the way to it and back would be waited for. */
  const open = () => {
    pressedOn = wish?.orders;
    place();
    pressed.expand();
  };

  const isToOpen = (orders: PanelOrders) =>
    (orders.show === 'open' || orders === pressedOn) && !isBlocked;

  const place = () => {
    if (!wish) return;
    const { orders, target } = wish;
    const isOpen = isToOpen(orders);
    const show = isOpen ? 'open' : 'chip';
    if (isOpen) page.load(orders.url);
    else drawOnce(orders.chip);
    page.show(isOpen);
    chip.hidden = isOpen;
    const settleLater = now?.show === show ? changed : settleInFrame;
    now = { show, side: now?.side ?? orders.side };
    mark(host, now);
    // The ring's label is about to ask for the room that is left.
    if (target) settle();
    else settleLater();
  };

  const drawOnce = (view: ChipView) => {
    const next = JSON.stringify(view);
    if (next !== drawn) drawChip(chip, view);
    drawn = next;
  };

  const settle = () => {
    if (!wish || !now) return;
    const { orders, target } = wish;
    now = { ...now, side: freeSide(orders.side, now.show, target, shadowOf) };
    mark(host, now);
    rise();
  };

  /** Comes where the browser has just laid out the page and not yet drawn it: reading is free. */
  const laidOut = new ResizeObserver(() => {
    laidOut.disconnect();
    settle();
  });

  const settleInFrame = () => laidOut.observe(host);

  /** Loading is the longest part of opening; it begins when pointer or focus come to the chip. */
  const prepare = () => wish && !isBlocked && page.load(wish.orders.url);
  host.addEventListener('pointerenter', prepare);
  host.addEventListener('pointerleave', page.forget);
  const changed = openPatience(settle);
  /** A pane of the portal may open or close at any time. */
  const panes = new MutationObserver((records) => {
    if (records.some(({ target }) => !isOurs(target))) changed();
  });

  const attach = (url: string) => {
    listening = new AbortController();
    const { signal } = listening;
    document.documentElement.append(host);
    // Before the shield, which lets nobody else hear of it.
    const near = ({ target }: Event) => target === host && prepare();
    addEventListener('focusin', near, { capture: true, signal });
    shield(host, open, signal, { isHit, press: pressed.beside });
    // Opening and closing a dialog moves the focus, wherever in the page the dialog is.
    for (const type of ['focusin', 'focusout', 'toggle', 'fullscreenchange'])
      addEventListener(type, changed, { capture: true, passive: true, signal });
    // A page that forbids our frame gets the chip; it opens the browser's own side panel.
    const judge = ({ blockedURI }: SecurityPolicyViolationEvent) => {
      isBlocked ||= url.startsWith(blockedURI);
      place();
    };
    document.addEventListener('securitypolicyviolation', judge, { signal });
  };

  const hide = () => {
    panes.disconnect();
    laidOut.disconnect();
    listening.abort();
    page.remove();
    host.remove();
    leave();
    wish = now = pressedOn = undefined;
  };

  const show = (orders: PanelOrders, target: Box | undefined) => {
    if (!host.isConnected) attach(orders.url);
    panes.disconnect();
    if (orders.show === 'open') panes.observe(document, SIGHT_CHANGES);
    behind.textContent = orders.behind;
    wish = { orders, target };
    place();
  };

  return {
    show: (orders, target) => {
      if (!orders || orders.show === 'hidden') hide();
      else show(orders, target);
    },
    room: () => {
      const all = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      if (!now) return all;
      const { left, right } = boxOn(now.side, now.show);
      return left > 0 ? { ...all, right: left } : { ...all, left: right };
    },
  };
}

/** Says on our element what it shows; only what is different, since our own watch sees it. */
function mark({ dataset }: HTMLElement, marks: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(marks)) {
    if (dataset[name] !== value) dataset[name] = value;
  }
}
