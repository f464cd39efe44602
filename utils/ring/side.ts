import type { Box } from '../locator/sight.ts';

/** Where something stands, seen from the control. */
export type Side = 'right' | 'left' | 'below' | 'above';

/** What an area leaves on each side of a box; less than nothing where the box goes beyond it. */
export function roomAround(box: Box, area: Box): Readonly<Record<Side, number>> {
  return {
    right: area.right - box.right,
    left: box.left - area.left,
    below: area.bottom - box.bottom,
    above: box.top - area.top,
  };
}

/**
 * Where the label goes: after the control's words, else below, above or before them; rather where
 * it lies on no control, but never where there is no room.
 *
 * @param words Box of the control with its words.
 * @param area The part of the viewport the label may use.
 */
export function labelSide(
  words: Box,
  wide: number,
  high: number,
  area: Box,
  isRtl: boolean,
  isTaken: (side: Side) => boolean = () => false,
): Side {
  const room = roomAround(words, area);
  const beside: readonly Side[] = isRtl ? ['left', 'right'] : ['right', 'left'];
  const sides = beside.toSpliced(1, 0, 'below', 'above');
  const roomy = sides.filter((side) => room[side] >= (beside.includes(side) ? wide : high));
  return roomy.find((side) => !isTaken(side)) ?? roomy[0] ?? 'below';
}

/** From which side of a control that is out of view one looks towards it. */
export function lookingFrom(target: Box, area: Box): Side {
  const { right, left, below, above } = roomAround(target, area);
  const least = Math.min(right, left, below, above);
  if (least === below) return 'above';
  if (least === above) return 'below';
  return least === right ? 'left' : 'right';
}
