import type { FrameReport, PanelOrders } from '../domain/orders.ts';
import type { Box } from '../locator/sight.ts';

/** What a page's top frame has besides its beacon. */
export type Dock = Readonly<{
  /** Shows the panel or chip where it hides neither the target nor one of the portal's panes. */
  show: (orders?: PanelOrders, target?: Box) => void;
  /** The part of the viewport that is left for labels. */
  room: () => Box;
  /** Child frames that cannot be seen, by their place in `window`. */
  hiddenFrames: () => number[];
  /** Calls back when they are others; one watch at a time, `undefined` ends it. */
  watchFrames: (changed: (() => void) | undefined) => void;
  /** Compares the account the page shows with the digest of the expected one. */
  account: (expected: string) => Promise<NonNullable<FrameReport['account']>>;
}>;
