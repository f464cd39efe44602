import type { FrameReport, PanelOrders } from '../domain/orders.ts';
import type { Box } from '../locator/sight.ts';

/**
 * What a page's top frame has besides its beacon. It is a script of its own, because the beacon
 * goes into every frame and this into one; both live in the same world and meet here.
 */
export type Dock = Readonly<{
  /** Shows the panel or chip where it hides neither the target nor one of the portal's panes. */
  show: (orders: PanelOrders | undefined, target: Box | undefined) => void;
  /** The part of the viewport that is left for labels. */
  room: () => Box;
  /** Compares the account the page shows with the digest of the expected one. */
  account: (expected: string) => Promise<NonNullable<FrameReport['account']>>;
}>;

const KEY = Symbol.for('waymark.dock');
const shared = globalThis as { [KEY]?: Dock };

/** The frame's dock; none in child frames. */
export function dock(): Dock | undefined {
  return shared[KEY];
}

export function offerDock(own: Dock): void {
  shared[KEY]?.show(undefined, undefined);
  shared[KEY] = own;
}
