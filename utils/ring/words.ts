import type { Control } from '../locator/control.ts';
import { labelsOf } from '../locator/names.ts';
import { isShown } from '../locator/sight.ts';

/** A label as high as this is a paragraph, not the words of one control. CSS pixels. */
const LINE_PX = 48;

/**
 * The part of a control that reaches furthest in reading direction on the control's own line, so
 * that the ring's label stands after the control's words and not on them.
 */
export function lastWords({ element, parts }: Control, direction: string): Element {
  const box = element.getBoundingClientRect();
  const middle = (box.top + box.bottom) / 2;
  const reach = (part: Element) => {
    const { left, right } = part.getBoundingClientRect();
    return direction === 'rtl' ? -left : right;
  };
  const beside = [...parts, ...labelsOf(element)].filter((part) => {
    const { top, bottom, height } = part.getBoundingClientRect();
    const fits = top <= middle && bottom >= middle && height <= Math.max(LINE_PX, box.height);
    return fits && isShown(part);
  });
  return beside.reduce((last, part) => (reach(part) > reach(last) ? part : last), element);
}
