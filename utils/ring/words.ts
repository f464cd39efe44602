import type { Control } from '../locator/control.ts';
import { isShown } from '../locator/sight.ts';

/** A label as high as this is a paragraph, not the words of one control. CSS pixels. */
const LINE_PX = 48;

/**
 * The part of a control that reaches furthest in reading direction on the control's own line, so
 * that the ring's label stands after the control's words and not on them.
 */
export function lastWords({ element, parts, captions }: Control, isRtl: boolean): Element {
  const box = (part: Element) => inkOf(part, element);
  const { top, bottom, height } = box(element);
  const reach = (part: Element) => (isRtl ? -box(part).left : box(part).right);
  return [...parts, ...captions]
    .filter((part) => {
      const own = box(part);
      const isBeside = own.top <= (top + bottom) / 2 && own.bottom >= (top + bottom) / 2;
      return isBeside && own.height <= Math.max(LINE_PX, height) && isShown(part);
    })
    .reduce((last, part) => (reach(part) > reach(last) ? part : last), element);
}

/**
 * Box of what a part shows: the control's own box, and of a label that is wider than its words
 * (a row of a form often is) the words alone.
 */
export function inkOf(part: Element, control: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(part);
  const ink = range.getBoundingClientRect();
  return part === control || ink.width === 0 ? part.getBoundingClientRect() : ink;
}
