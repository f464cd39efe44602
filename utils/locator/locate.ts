import type { Refusal } from '../domain/locator.ts';
import type { LocalAction } from '../domain/orders.ts';
import { type Control, controlOf } from './control.ts';
import type { Query } from './queries.ts';
import { isBehindDialog, isCovered, isEnabled, isInView, visibleBox } from './sight.ts';
import { says } from './states.ts';
import type { Root, ShadowOf } from './tree.ts';

/** Under this, in both directions, a ring would hide what it shows. CSS pixels. */
const TINY_PX = 24;

export type Found = Readonly<{
  status: 'found';
  control: Control;
  strategy: number;
  inView: boolean;
  tiny: boolean;
  satisfied: boolean;
}>;

export type Missing = Readonly<{
  status: 'missing';
  refusal: Refusal;
  /** What matched but could not be pointed at. */
  matches: readonly Element[];
  satisfied: boolean;
}>;

export type Page = Readonly<{ roots: Iterable<Root>; shadowOf: ShadowOf }>;

/**
 * Finds the one control an action is about, among what its queries have matched.
 *
 * Strict on purpose: pointing at the wrong control is worse than pointing at none. A later
 * strategy counts where the earlier ones match nothing; where an earlier one is ambiguous, it may
 * only choose among what that one matched.
 *
 * @param queries The action's strategies, in its order.
 */
export function locate(
  action: Pick<LocalAction, 'until' | 'from'>,
  queries: readonly Query[],
  page: Page,
): Found | Missing {
  let refused: Missing | undefined;
  for (const [strategy, { matches, fold }] of queries.entries()) {
    if (matches.size === 0) continue;
    const result = {
      ...judge([...matches.keys()], page, (control) => says(control, action, fold)),
      strategy,
    };
    if (result.status === 'missing') refused ??= result;
    else if (!refused || isAmong(result.control, refused)) return result;
  }
  const { refusal, matches, satisfied } = refused ?? {
    refusal: 'absent',
    matches: [],
    satisfied: false,
  };
  const isGone = action.until === 'gone' && (refusal === 'absent' || refusal === 'hidden');
  return { status: 'missing', refusal, matches, satisfied: satisfied || isGone };
}

function isAmong({ parts }: Control, { refusal, matches }: Missing): boolean {
  return refusal === 'ambiguous' && matches.some((match) => parts.includes(match));
}

type Judged = Omit<Found, 'strategy'> | Missing;

function judge(
  matches: readonly Element[],
  { roots, shadowOf }: Page,
  isDone: (control: Control) => boolean,
): Judged {
  const controls = new Map(matches.map((match) => [controlOf(match, shadowOf).element, match]));
  const shown = [...controls.values()]
    .map((match) => controlOf(match, shadowOf))
    .filter((control) => control.shown);
  const enabled = shown.filter(({ parts }) => isEnabled(parts));
  const free = enabled.flatMap((control) => {
    const seen = visibleBox(control.element);
    const inView = isInView(control.element, seen);
    const isBehind = inView
      ? isCovered(control.parts, seen, shadowOf)
      : isBehindDialog(control.element, roots);
    return isBehind ? [] : [{ control, inView }];
  });
  const [one] = shown;
  const satisfied = one !== undefined && shown.length === 1 && isDone(one);
  if (free[0] && free.length === 1) {
    const { control, inView } = free[0];
    const { width, height } = control.element.getBoundingClientRect();
    const tiny = Math.max(width, height) < TINY_PX;
    return { status: 'found', control, inView, tiny, satisfied: isDone(control) };
  }
  const refusal = free[0] ? 'ambiguous' : enabled[0] ? 'covered' : one ? 'disabled' : 'hidden';
  return { status: 'missing', refusal, matches, satisfied };
}
