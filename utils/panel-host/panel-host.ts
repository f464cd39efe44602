import type { PanelOrders } from '../domain/orders.ts';
import { onceLaidOut } from '../layout/once-laid-out.ts';
import type { Box } from '../locator/sight.ts';
import { isOurs, type ShadowOf } from '../locator/tree.ts';
import { ownElement } from '../ring/own-element.ts';
import { type Besides, openBesides } from './besides.ts';
import { SIGHT_CHANGES } from './child-frames.ts';
import type { Dock } from './dock.ts';
import { openEars } from './ears.ts';
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
  const { rise, isHit, leave } = openFront(host, shadowOf);
  let besides: Besides | undefined;
  let isBlocked = false;
  let wish: Wish | undefined;
  let now: Readonly<{ show: Show; side: PanelOrders['side'] }> | undefined;
  /** The orders on which the chip was pressed; the panel is open until others come. */
  let pressedOn: PanelOrders | undefined;

  /** At once: the background will order the same, and the way to it and back would be waited for. */
  const open = () => {
    pressedOn = wish?.orders;
    place();
    pressed.expand();
  };

  const toShow = ({ orders }: Wish): Show =>
    (orders.show === 'open' || orders === pressedOn) && !isBlocked ? 'open' : 'chip';

  const place = () => {
    if (!wish) return;
    const show = toShow(wish);
    // A page that is still coming has no pane open yet, and is not laid out for us in between.
    const isAtOnce = now?.show !== show && document.readyState === 'complete';
    draw(show, wish.orders);
    stand(show, now?.side ?? wish.orders.side);
    // The ring's label is about to ask for the room that is left.
    if (wish.target) settle();
    else if (isAtOnce) onceLaidOut(host, settle);
    else changed();
  };

  const draw = (show: Show, orders: PanelOrders) => {
    const isOpen = show === 'open';
    if (isOpen) page.load(orders.url);
    page.show(isOpen);
    if (!isOpen) besides ??= openBesides(root);
    besides?.chip(isOpen ? undefined : orders.chip);
    ears.listen(isOpen ? 'focus' : 'use');
  };

  const stand = (show: Show, side: PanelOrders['side']) => {
    if (now?.show === show && now.side === side) return;
    now = { show, side };
    Object.assign(host.dataset, now);
  };

  const settle = () => {
    if (!wish || !now) return;
    const { orders, target } = wish;
    stand(now.show, freeSide(orders.side, now.show, target, shadowOf));
    const isBehind = rise();
    if (isBehind) {
      besides ??= openBesides(root);
      ears.listen('use');
    }
    besides?.behind(isBehind ? orders.behind : undefined);
    if (now.show === 'open') panes.observe(document, SIGHT_CHANGES);
    else panes.disconnect();
  };

  const changed = openPatience(settle);

  /** A pane of the portal may open or close at any time; what comes before we look is not counted. */
  const panes = new MutationObserver((records) => {
    if (records.every(({ target }) => isOurs(target))) return;
    panes.disconnect();
    changed();
  });

  /** Loading is the longest part of opening; it begins when pointer or focus come to the chip. */
  const prepare = () => {
    if (wish && !isBlocked) page.load(wish.orders.url);
  };

  const ears = openEars(host, {
    near: prepare,
    away: page.forget,
    press: open,
    through: { isHit, press: pressed.beside },
    changed,
    // A page that forbids our frame gets the chip; it opens the browser's own side panel.
    forbidden: (blockedUri) => {
      isBlocked ||= wish?.orders.url.startsWith(blockedUri) ?? false;
      place();
    },
  });

  const hide = () => {
    panes.disconnect();
    ears.stop();
    page.remove();
    host.remove();
    leave();
    besides?.behind(undefined);
    wish = now = pressedOn = undefined;
  };

  return {
    show: (orders, target) => {
      if (!orders || orders.show === 'hidden') {
        if (wish) hide();
        return;
      }
      if (!host.isConnected) document.documentElement.append(host);
      wish = { orders, target };
      place();
    },
    room: () => {
      const all = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      if (!now) return all;
      const { left, right } = boxOn(now.side, now.show);
      return left > 0 ? { ...all, right: left } : { ...all, left: right };
    },
  };
}
