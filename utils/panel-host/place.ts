import type { PanelOrders } from '../domain/orders.ts';
import { type Box, topmost } from '../locator/sight.ts';
import { drawnParent, type ShadowOf } from '../locator/tree.ts';
import { CHIP_PX, EDGE_PX, PANEL_PX } from './styles.ts';

type Side = PanelOrders['side'];
export type Show = Exclude<PanelOrders['show'], 'hidden'>;

/** Between the panel and the control it makes way for; the ring needs some of it. CSS pixels. */
const CLEAR_PX = 12;

/** The portals' own panes; one that takes more of the page's width is no pane but the page. */
const PANES = '[role=dialog],[role=complementary],aside,dialog,[slot=aside]';
const PANE_SHARE = 0.7;

/** Half the height of the chip with the longest trail there is, CSS pixels. */
const HALF_CHIP_PX = 90;

/** What the panel or the chip takes up on a side of the viewport. */
export function boxOn(side: Side, show: Show): Box {
  const isChip = show === 'chip';
  const width = isChip ? CHIP_PX : PANEL_PX + EDGE_PX;
  const left = side === 'left' ? 0 : innerWidth - width;
  const half = isChip ? HALF_CHIP_PX : innerHeight / 2;
  return { left, right: left + width, top: innerHeight / 2 - half, bottom: innerHeight / 2 + half };
}

/**
 * The side where it hides least: the wished one, unless the control that is pointed at lies there,
 * or one of the portal's own panes, and the other side is freer.
 */
export function freeSide(
  wish: Side,
  show: Show,
  target: Box | undefined,
  shadowOf: ShadowOf,
): Side {
  const cost = (side: Side) =>
    (target && hides(boxOn(side, show), target) ? 2 : 0) +
    Number(show === 'open' && hasPane(side, shadowOf));
  const other = wish === 'left' ? 'right' : 'left';
  const wished = cost(wish);
  return wished > 0 && cost(other) < wished ? other : wish;
}

function hides(panel: Box, target: Box): boolean {
  return (
    target.left < panel.right + CLEAR_PX &&
    target.right > panel.left - CLEAR_PX &&
    target.top < panel.bottom + CLEAR_PX &&
    target.bottom > panel.top - CLEAR_PX
  );
}

/** Whether one of the portal's panes stands at this side of the page, in its upper and lower part. */
function hasPane(side: Side, shadowOf: ShadowOf): boolean {
  const x = side === 'left' ? PANEL_PX / 2 : innerWidth - PANEL_PX / 2;
  return (
    isInPane(topmost(x, innerHeight * 0.3, shadowOf)) &&
    isInPane(topmost(x, innerHeight * 0.7, shadowOf))
  );
}

function isInPane(hit: Element | undefined): boolean {
  for (let at: Node | null | undefined = hit; at instanceof Element; at = drawnParent(at))
    if (at.matches(PANES) && at.getBoundingClientRect().width < innerWidth * PANE_SHARE)
      return true;
  return false;
}
