import { describe, expect, test } from 'vitest';
import { labelSide, lookingFrom, roomAround } from '@/utils/ring/side.ts';

const AREA = { left: 0, top: 0, right: 1000, bottom: 700 };
const box = (left: number, top: number, width = 80, height = 30) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const side = (at: ReturnType<typeof box>, isRtl = false) => labelSide(at, 200, 40, AREA, isRtl);

describe('the label stands', () => {
  test('after the control’s words', () => {
    expect(side(box(100, 100))).toBe('right');
    expect(side(box(600, 100), true)).toBe('left');
  });

  test('below, above or before them where there is no room', () => {
    expect(side(box(900, 100))).toBe('below');
    expect(side(box(900, 660))).toBe('above');
    expect(labelSide(box(900, 0, 80, 700), 200, 40, AREA, false)).toBe('left');
  });

  test('rather where it lies on no control, though never where there is no room', () => {
    const beside = (...taken: string[]) =>
      labelSide(box(100, 100), 200, 40, AREA, false, (at) => taken.includes(at));
    expect(beside('right')).toBe('below');
    expect(beside('right', 'below')).toBe('above');
    expect(beside('right', 'below', 'above')).toBe('right');
  });

  test('below as the last resort', () => {
    expect(labelSide(AREA, 200, 40, AREA, false)).toBe('below');
  });
});

test.each([
  ['above', box(100, 900)],
  ['below', box(100, -90)],
  ['left', box(1300, 100)],
  ['right', box(-400, 100)],
  ['above', box(1100, 2000)],
] as const)('an edge arrow looks from %s at a control at %o', (from, target) => {
  expect(lookingFrom(target, AREA)).toBe(from);
});

test('room is less than nothing where a box goes beyond the area', () => {
  expect(roomAround(box(-10, 690, 80, 30), AREA)).toEqual({
    right: 930,
    left: -10,
    below: -20,
    above: 690,
  });
});
