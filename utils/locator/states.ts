import type { Until } from '../domain/guide.ts';
import type { LocalAction } from '../domain/orders.ts';
import type { Control } from './control.ts';
import type { Fold } from './text.ts';

const TICKED = ':checked,[aria-checked=true]';

/** Selectors for what a control says of itself; the rest of `filled` is read below. */
const SAYS: Readonly<Record<Until, string>> = {
  passed: '',
  gone: '',
  ticked: TICKED,
  filled: '',
  selected: `${TICKED},[aria-selected=true],[aria-current]:not([aria-current=false])`,
  expanded: '[aria-expanded=true],details[open]>summary',
  pressed: '[aria-pressed=true]',
  changed: '',
};

/**
 * Whether any part of the control says that the action on it has been carried out: a yes or no,
 * and all that is ever read of a form's state.
 */
export function says(
  { parts }: Control,
  { until, from = [] }: Pick<LocalAction, 'until' | 'from'>,
  fold: Fold,
): boolean {
  if (until === 'changed') return hasChanged(parts, from.map(fold), fold);
  return parts.some((part) => {
    if (until === 'filled' || (until === 'selected' && part.localName === 'select'))
      return isFilled(part);
    return (
      (SAYS[until] && part.matches(SAYS[until])) || (until === 'ticked' && isCustomTicked(part))
    );
  });
}

/** Custom elements may show it by an attribute; what their scripts know is closed to us. */
function isCustomTicked(part: Element): boolean {
  return part.localName.includes('-') && part.matches('[checked]:not([checked=false])');
}

function isFilled(part: Element): boolean {
  const { value, isContentEditable, textContent } = part as HTMLInputElement;
  return Boolean((isContentEditable ? textContent : value)?.trim());
}

/** It says something, and no longer that nothing is chosen. Silence is no change. */
function hasChanged(parts: readonly Element[], from: readonly string[], fold: Fold): boolean {
  const own = parts.filter((part) => part.localName !== 'label');
  const texts = own.flatMap((part) => [part.textContent, part.ariaLabel]);
  const said = fold(texts.filter(Boolean).join(' '));
  return said !== '' && !from.some((text) => said.includes(text));
}
