import type { Box } from '../locator/sight.ts';

/** Where something stands, seen from the control. */
export type Side = 'right' | 'left' | 'below' | 'above';

/**
 * The side of a box that leaves most room in another: where a label fits, or, with a negative
 * result of `room`, where a control lies that is out of view.
 */
export function roomAround(box: Box, area: Box): Readonly<Record<Side, number>> {
  return {
    right: area.right - box.right,
    left: box.left - area.left,
    below: area.bottom - box.bottom,
    above: box.top - area.top,
  };
}

/**
 * Where the label goes: after the control's words, else below, above or before them.
 *
 * @param words Box of the control with its words.
 * @param area The part of the viewport the label may use.
 */
export function labelSide(words: Box, wide: number, high: number, area: Box, isRtl: boolean): Side {
  const room = roomAround(words, area);
  const order = isRtl
    ? (['left', 'below', 'above', 'right'] as const)
    : (['right', 'below', 'above', 'left'] as const);
  const needed = (side: Side) => (side === 'right' || side === 'left' ? wide : high);
  return order.find((side) => room[side] >= needed(side)) ?? 'below';
}
