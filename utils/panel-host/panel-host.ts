import type { PanelOrders } from '../domain/orders.ts';
import type { Box } from '../locator/sight.ts';
import type { ShadowOf } from '../locator/tree.ts';
import { child, ownElement } from '../ring/own-element.ts';
import { shield } from '../ring/shield.ts';
import { drawChip } from './chip.ts';
import type { Dock } from './dock.ts';
import { boxOn, freeSide, type Show } from './place.ts';
import { PANEL_CSS } from './styles.ts';

/**
 * The docked panel of a page's top frame: our own extension page in a frame, or the slim chip.
 * It lies over the page's edge and makes way for what the administrator needs.
 *
 * @param expand The chip was pressed.
 */
export function openPanelHost(shadowOf: ShadowOf, expand: () => void): Pick<Dock, 'show' | 'room'> {
  const { host, root } = ownElement('waymark-panel', PANEL_CSS);
  const frame = Object.assign(child('iframe'), { title: 'Waymark', allow: 'clipboard-write' });
  const chip = child('button');
  let listening = new AbortController();
  let isBlocked = false;
  let now: { show: Show; side: PanelOrders['side'] } | undefined;
  root.append(chip);

  const hide = () => {
    listening.abort();
    frame.remove();
    host.remove();
    now = undefined;
  };

  const attach = (url: string) => {
    listening = new AbortController();
    const { signal } = listening;
    document.documentElement.append(host);
    shield(host, expand, signal);
    // A page that forbids our frame gets the chip; it opens the browser's own side panel.
    document.addEventListener(
      'securitypolicyviolation',
      ({ blockedURI }) => {
        isBlocked ||= url.startsWith(blockedURI);
      },
      { signal },
    );
  };

  const place = ({ show, side, chip: view, url }: PanelOrders, target: Box | undefined) => {
    const isOpen = show === 'open' && !isBlocked;
    if (!host.isConnected) attach(url);
    drawChip(chip, view);
    if (isOpen && frame.src !== url) frame.src = url;
    if (isOpen && !frame.isConnected) root.append(frame);
    chip.hidden = isOpen;
    frame.hidden = !isOpen;
    const shown = isOpen ? 'open' : 'chip';
    now = { show: shown, side: freeSide(side, shown, target, shadowOf) };
    Object.assign(host.dataset, now);
  };

  return {
    show: (orders, target) => {
      if (!orders || orders.show === 'hidden') hide();
      else place(orders, target);
    },
    room: () => {
      const all = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      if (!now) return all;
      const { left, right } = boxOn(now.side, now.show);
      return left > 0 ? { ...all, right: left } : { ...all, left: right };
    },
  };
}
