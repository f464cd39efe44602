import type { FrameReport } from '@/utils/domain/orders.ts';
import type { Decision } from '@/utils/locator/lookout.ts';
import type { Request } from '@/utils/messaging/protocol.ts';

/** Width of the docked panel with its distance from the edge and to the control, CSS pixels. */
const DOCK_PX = 384;

/** What may leave the frame of a decision: which action, or how each was missed; no element. */
export function reportOf(
  frame: Pick<FrameReport, 'revision' | 'visible' | 'account'>,
  { pointing, sightings }: Decision,
  withNearest: boolean,
): Request<'report'> {
  if (!pointing) return { ...frame, sightings: sightings(withNearest) } as Request<'report'>;
  const { inView, tiny, control } = pointing.found;
  const near = window === top ? undefined : nearOf(control.element.getBoundingClientRect());
  const at = { actionId: pointing.action.id, inView, tiny, ...(near ? { near } : {}) };
  return { ...frame, sightings: [], pointing: at };
}

/** A child frame cannot know where the panel is; it says which of its edges the control is near. */
function nearOf({ left, right }: DOMRect): 'left' | 'right' | 'both' | undefined {
  const isRight = innerWidth - right < DOCK_PX;
  if (left >= DOCK_PX) return isRight ? 'right' : undefined;
  return isRight ? 'both' : 'left';
}
