import type { openLookout } from '@/utils/locator/lookout.ts';
import type { ShadowOf } from '@/utils/locator/tree.ts';
import type { Dock } from '@/utils/panel-host/dock.ts';
import type { openRing } from '@/utils/ring/ring.ts';
import type { send } from './link.ts';

type Send = typeof send;

/**
 * What scripts that join the beacon in its frame's isolated world bring along: finding and ringing
 * where there is something to point at, the dock in top frames. They are scripts of their own so
 * that an idle frame carries nothing of them.
 */
export type Parts = {
  openLookout?: typeof openLookout;
  openRing?: typeof openRing;
  dock?: Dock;
  /** How the frame's beacon is stopped. */
  beacon?: AbortController;
  /** The beacon's: lends what a dock need not carry a second time, and draws with it. */
  join?: (open: (shadowOf: ShadowOf, send: Send) => Dock) => void;
};

const KEY = Symbol.for('waymark');

/** What has joined so far; seen only by our own scripts. */
export function parts(): Parts {
  const shared = globalThis as { [KEY]?: Parts };
  shared[KEY] ??= {};
  return shared[KEY];
}
