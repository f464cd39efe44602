import type { Refusal } from '../domain/locator.ts';
import type { LocalAction } from '../domain/orders.ts';

/** How one action's control was seen, as far as the decision needs it. */
export type Look = Readonly<
  | { status: 'found'; satisfied: boolean }
  | { status: 'missing'; refusal: Refusal; satisfied: boolean }
>;

/**
 * Which action to point at: the last whose control is located and whose predecessors on the page
 * are satisfied. It needs no memory of what was clicked, so it holds after a reload or half-way in.
 *
 * A control that already says what the action wants is not pointed at again.
 *
 * @param look Called once an action at most, and only for actions that matter.
 * @returns Index of the action, or -1.
 */
export function decide<Seen extends Look>(
  actions: readonly Pick<LocalAction, 'until' | 'optional' | 'pane' | 'servedBy'>[],
  look: (index: number) => Seen,
): number {
  const seen: Seen[] = [];
  const at = (index: number): Seen => {
    seen[index] ??= look(index);
    return seen[index];
  };
  const isServed = (index: number, pane: string | undefined): boolean => {
    const action = actions[index];
    if (!action || (action.until === 'passed' && !action.servedBy)) return true;
    if (action.until === 'changed' && pane !== undefined && action.pane === pane) return true;
    const { status, satisfied } = at(index);
    return satisfied || (status === 'missing' && action.optional);
  };
  return actions.findLastIndex((_, index) => {
    const { status, satisfied } = at(index);
    if (status !== 'found' || satisfied) return false;
    return actions.slice(0, index).every((__, before) => isServed(before, actions[index]?.pane));
  });
}
