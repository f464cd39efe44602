import { type Box, isAnyOf, topmost } from '../locator/sight.ts';
import type { ShadowOf } from '../locator/tree.ts';
import type { Side } from './side.ts';
import { LABEL_GAP_PX } from './styles.ts';

/** What somebody may want to press. */
const CONTROLS = 'a,button,input,select,textarea,[role=button],[role=tab]';

/** Where in the label's box the page below is asked for, as parts of its width and height. */
const ACROSS = [0.1, 0.5, 0.9];
const DOWN = [0.2, 0.8];

/** Whether the label, on that side of the words, would lie on a control of the page. */
export function coversControl(
  words: Box,
  side: Side,
  { width, height }: Pick<DOMRect, 'width' | 'height'>,
  shadowOf: ShadowOf,
): boolean {
  const middle = (words.top + words.bottom - height) / 2;
  // As the style sheet puts it.
  const [left, top] = {
    right: [words.right + LABEL_GAP_PX, middle],
    left: [words.left - LABEL_GAP_PX - width, middle],
    below: [words.left, words.bottom + LABEL_GAP_PX],
    above: [words.left, words.top - LABEL_GAP_PX - height],
  }[side] as [number, number];
  return ACROSS.some((x) =>
    DOWN.some((y) => {
      const hit = topmost(left + width * x, top + height * y, shadowOf);
      return hit && isAnyOf(hit, CONTROLS);
    }),
  );
}
