import type { Control } from '../locator/control.ts';
import { customRole } from '../locator/roles.ts';
import { type Box, isEmpty, overlap } from '../locator/sight.ts';
import { drawnLine } from '../locator/tree.ts';
import type { Side } from './side.ts';
import { LABEL_GAP_PX } from './styles.ts';

/** What somebody may want to press. */
const CONTROLS = 'a,button,input,label,select,textarea,[role=button],[role=tab]';

/** So many layers up, and in a part of so many elements, a control is a neighbour. */
const LAYERS = 5;
const MANY = 300;

/**
 * Boxes of the controls that stand with this one in a tool bar, a form's row or the like. By their
 * place in the document: asking what lies at a point makes the browser go through a large page.
 */
export function neighboursOf({ element, parts }: Control): Box[] {
  let near: Element[] = [];
  for (const holder of drawnLine(element, LAYERS)) {
    // A long list is told by its children, without going through all that is in it.
    const all = holder.children[MANY] ? undefined : holder.querySelectorAll('*');
    if (!all || all.length > MANY) break;
    near = [...all];
  }
  return near
    .filter((at) => (at.matches(CONTROLS) || customRole(at)) && !parts.includes(at))
    .map((at) => at.getBoundingClientRect());
}

/** Whether the label, on that side of the words, would lie on any of these. */
export function covers(
  boxes: readonly Box[],
  words: Box,
  side: Side,
  { width, height }: Pick<DOMRect, 'width' | 'height'>,
): boolean {
  const middle = (words.top + words.bottom - height) / 2;
  // As the style sheet puts it.
  const [left, top] = {
    right: [words.right + LABEL_GAP_PX, middle],
    left: [words.left - LABEL_GAP_PX - width, middle],
    below: [words.left, words.bottom + LABEL_GAP_PX],
    above: [words.left, words.top - LABEL_GAP_PX - height],
  }[side] as [number, number];
  const label = { left, top, right: left + width, bottom: top + height };
  return boxes.some((box) => !isEmpty(overlap(box, label)));
}
