import type { FrameReport } from '@/utils/domain/orders.ts';
import type { Decision } from '@/utils/locator/lookout.ts';
import type { Request } from '@/utils/messaging/protocol.ts';

/** Width of the docked panel, with its distance from the edge and to the control. CSS pixels. */
const DOCK_PX = 384;
/** Room that the ring's label wants beside the control. CSS pixels. */
const LABEL_PX = 280;

/** What may leave the frame of a decision: which action, or how each was missed; no element. */
export function reportOf(
  frame: Pick<FrameReport, 'revision' | 'visible' | 'account'>,
  { pointing, sightings }: Decision,
  withNearest: boolean,
): Request<'report'> {
  if (!pointing) return { ...frame, sightings: sightings(withNearest) } as Request<'report'>;
  const { inView, tiny, strategy, control } = pointing.found;
  const near = window === top ? undefined : nearOf(control.element.getBoundingClientRect());
  const at = { actionId: pointing.action.id, inView, tiny, strategy, near };
  return { ...frame, sightings: [], pointing: at };
}

/**
 * A child frame cannot know where the panel is; it says which of its edges the control, with the
 * label beside it, is near. Near both, the nearer counts, unless a panel would hide it on either.
 */
function nearOf({ left, right }: DOMRect): 'left' | 'right' | 'both' | undefined {
  const rest = innerWidth - right;
  if (Math.max(left, rest) < DOCK_PX) return 'both';
  if (Math.min(left, rest) >= DOCK_PX + LABEL_PX) return undefined;
  return left < rest ? 'left' : 'right';
}
