import { describe, expect, test } from 'vitest';
import type { LocalAction } from '@/utils/domain/orders.ts';
import { decide, type Look } from '@/utils/locator/decide.ts';

type Step = Pick<LocalAction, 'until' | 'optional' | 'pane' | 'servedBy'>;

const passed: Step = { until: 'passed', optional: false };
const ticked: Step = { until: 'ticked', optional: false };
const gone: Step = { until: 'gone', optional: false };
const optional: Step = { until: 'ticked', optional: true };

const there: Look = { status: 'found', satisfied: false };
const done: Look = { status: 'found', satisfied: true };
const absent: Look = { status: 'missing', refusal: 'absent', satisfied: false };
const isGone: Look = { status: 'missing', refusal: 'absent', satisfied: true };
const greyDone: Look = { status: 'missing', refusal: 'disabled', satisfied: true };
const twins: Look = { status: 'missing', refusal: 'ambiguous', satisfied: false };

function pointedAt(...page: readonly (readonly [Step, Look])[]): number {
  return decide(
    page.map(([step]) => step),
    (index) => page[index]?.[1] ?? absent,
  );
}

describe('points at the last control whose predecessors are satisfied', () => {
  test('from far to near, the nearest that is there', () => {
    expect(pointedAt([passed, there], [passed, there], [passed, absent])).toBe(1);
  });

  test('a form is filled from top to bottom', () => {
    expect(pointedAt([ticked, there], [ticked, there], [passed, there])).toBe(0);
    expect(pointedAt([ticked, done], [ticked, there], [passed, there])).toBe(1);
    expect(pointedAt([ticked, done], [ticked, done], [passed, there])).toBe(2);
  });

  test('what was undone is pointed at again', () => {
    expect(pointedAt([ticked, there], [ticked, done], [passed, there])).toBe(0);
  });

  test('a predecessor that cannot be found holds the others back', () => {
    expect(pointedAt([ticked, absent], [passed, there])).toBe(-1);
    expect(pointedAt([ticked, twins], [passed, there])).toBe(-1);
  });

  test('unless it is optional', () => {
    expect(pointedAt([optional, absent], [passed, there])).toBe(1);
    expect(pointedAt([optional, there], [passed, there])).toBe(0);
  });

  test('one that has served need not be there any more', () => {
    expect(pointedAt([passed, absent], [passed, there])).toBe(1);
  });

  test('one that has served only by what came of it holds the others back until then', () => {
    const chosen: Step = { ...passed, servedBy: [{ by: 'href', contains: 'x' }] };
    expect(pointedAt([chosen, there], [passed, there])).toBe(0);
    expect(pointedAt([chosen, absent], [passed, there])).toBe(-1);
    expect(pointedAt([chosen, done], [passed, there])).toBe(1);
  });

  test('one that is to go has served when it is gone', () => {
    expect(pointedAt([gone, isGone], [passed, there])).toBe(1);
    expect(pointedAt([gone, there], [passed, there])).toBe(0);
  });

  test('a control that can no longer be used but is done has served', () => {
    expect(pointedAt([ticked, greyDone], [passed, there])).toBe(1);
  });

  test('nothing is pointed at that already says what is wanted', () => {
    expect(pointedAt([ticked, done])).toBe(-1);
    expect(pointedAt([ticked, done], [ticked, done])).toBe(-1);
  });

  test('nothing is pointed at on a page without any of the controls', () => {
    expect(pointedAt([passed, absent], [passed, twins])).toBe(-1);
    expect(pointedAt()).toBe(-1);
  });

  test('while a control of a pane is there, the one that opens the pane has served', () => {
    const opener: Step = { until: 'changed', optional: false, pane: 'users' };
    const inPane: Step = { until: 'passed', optional: false, pane: 'users' };
    expect(pointedAt([opener, there], [inPane, there])).toBe(1);
    expect(pointedAt([opener, there], [passed, there])).toBe(0);
  });
});

test('no control is looked at that the decision does not need', () => {
  const looked: number[] = [];
  decide([passed, passed, passed], (index) => {
    looked.push(index);
    return there;
  });
  expect(looked).toEqual([2]);
});
