import type { Box } from '../locator/sight.ts';
import { LABEL_GAP_PX } from './styles.ts';

/** Where something stands, seen from the control. */
export type Side = 'right' | 'left' | 'below' | 'above';

export type Size = Readonly<{ width: number; height: number }>;

/** Distance of the edge arrow from the edge. CSS pixels. */
const EDGE_PX = 10;

export const OPPOSITE: Readonly<Record<Side, Side>> = {
  right: 'left',
  left: 'right',
  below: 'above',
  above: 'below',
};

/**
 * Where the label has room: after the control's words, else below, above or before them.
 *
 * @param words Box of the control with its words.
 * @param room The part of the viewport the label may use.
 */
export function labelSide(words: Box, label: Size, room: Box, direction: string): Side {
  const beside: Side[] = direction === 'rtl' ? ['left', 'right'] : ['right', 'left'];
  const sides: Side[] = beside.toSpliced(1, 0, 'below', 'above');
  const left: Readonly<Record<Side, number>> = {
    right: room.right - words.right - label.width,
    left: words.left - room.left - label.width,
    below: room.bottom - words.bottom - label.height,
    above: words.top - room.top - label.height,
  };
  return sides.find((side) => left[side] >= LABEL_GAP_PX) ?? 'below';
}

/** In which direction a control lies that is out of view. */
export function wayTo(target: Box, clip: Box): Side {
  const beyond = [
    ['below', target.bottom - clip.bottom],
    ['above', clip.top - target.top],
    ['right', target.right - clip.right],
    ['left', clip.left - target.left],
  ] as const;
  return beyond.reduce((most, way) => (way[1] > most[1] ? way : most))[0];
}

/** Where the edge arrow stands: at that edge of the scroller, or of the viewport if it is small. */
export function edgePlace(way: Side, { width, height }: Size, clip: Box, room: Box) {
  const isRoomy = clip.right - clip.left > width && clip.bottom - clip.top > height;
  const { left, top, right, bottom } = isRoomy ? clip : room;
  const [farX, farY] = [right - width, bottom - height];
  const x = { left: left + EDGE_PX, right: farX - EDGE_PX, below: 0, above: 0 }[way];
  const y = { above: top + EDGE_PX, below: farY - EDGE_PX, left: 0, right: 0 }[way];
  return { left: x || (left + farX) / 2, top: y || (top + farY) / 2 };
}
