import type { Refusal } from '../domain/locator.ts';
import type { LocalAction } from '../domain/orders.ts';
import { type Control, controlOf } from './control.ts';
import type { Query } from './queries.ts';
import { isBehindDialog, isCovered, isEnabled, visibleBox } from './sight.ts';
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
  controls: readonly Control[];
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
 * @param servedBy What shows that the action has served.
 */
export function locate(
  action: Pick<LocalAction, 'until' | 'from'>,
  queries: readonly Query[],
  page: Page,
  servedBy: readonly Query[] = [],
): Found | Missing {
  const seen = find(action, queries, page);
  return isThere(servedBy, page) ? { ...seen, satisfied: true } : seen;
}

/** Behind an open dialog nothing counts: it says what was before. */
function isThere(queries: readonly Query[], { roots, shadowOf }: Page): boolean {
  const controls = queries
    .flatMap(({ matches }) => [...matches.keys()])
    .map((match) => controlOf(match, shadowOf));
  return controls.some(({ shown, element }) => shown && !isBehindDialog(element, roots));
}

function find(
  action: Pick<LocalAction, 'until' | 'from'>,
  queries: readonly Query[],
  page: Page,
): Found | Missing {
  let refused: Missing | undefined;
  for (const [strategy, { matches, fold }] of queries.entries()) {
    if (matches.size === 0) continue;
    const isDone = (control: Control) => says(control, action, fold);
    const result = judge([...matches.keys()], strategy, page, isDone);
    if (result.status === 'missing') refused ??= result;
    else if (!refused || isAmong(result.control, refused)) return result;
  }
  const missing = refused ?? {
    status: 'missing',
    refusal: 'absent',
    controls: [],
    satisfied: false,
  };
  const isGone = action.until === 'gone' && /absent|hidden/.test(missing.refusal);
  return isGone ? { ...missing, satisfied: true } : missing;
}

function isAmong({ element }: Control, { refusal, controls }: Missing): boolean {
  return refusal === 'ambiguous' && controls.some((control) => control.element === element);
}

function judge(
  matches: readonly Element[],
  strategy: number,
  { roots, shadowOf }: Page,
  isDone: (control: Control) => boolean,
): Found | Missing {
  const all = matches.map((match) => controlOf(match, shadowOf)).filter(({ shown }) => shown);
  const shown = [...new Map(all.map((control) => [control.element, control])).values()];
  const enabled = shown.filter(({ parts }) => parts.every(isEnabled));
  const free = enabled
    .map((control) => ({ control, box: visibleBox(control.element) }))
    .filter(({ control: { element, parts }, box }) =>
      box ? !isCovered(parts, box, shadowOf) : !isBehindDialog(element, roots),
    );
  const [one, twin] = free;
  const [only, other] = shown;
  if (one && !twin) {
    const { control, box } = one;
    const { width, height } = control.element.getBoundingClientRect();
    const tiny = Math.max(width, height) < TINY_PX;
    const satisfied = isDone(control);
    return { status: 'found', control, strategy, inView: box !== undefined, tiny, satisfied };
  }
  const refusal = one ? 'ambiguous' : enabled[0] ? 'covered' : only ? 'disabled' : 'hidden';
  const satisfied = Boolean(only && !other && isDone(only));
  return { status: 'missing', refusal, controls: free.map(({ control }) => control), satisfied };
}
