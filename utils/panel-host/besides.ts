import type { ChipView } from '../domain/orders.ts';
import { addStyle, child } from '../ring/own-element.ts';
import { drawChip } from './chip.ts';
import { BESIDES_CSS } from './styles.ts';

/** What stands in our root besides the page's frame. `undefined` hides it. */
export type Besides = Readonly<{
  chip: (view: ChipView | undefined) => void;
  /** Says that a dialog of the page keeps us from being used. */
  behind: (words: string | undefined) => void;
}>;

/** Built when one of them is first wanted: a tab whose panel is open wants neither. */
export function openBesides(root: ShadowRoot): Besides {
  let built: Readonly<{ chip: HTMLButtonElement; behind: HTMLElement }> | undefined;
  let drawn = '';

  const build = () => {
    const parts = { chip: child('button'), behind: child('p') };
    parts.chip.hidden = parts.behind.hidden = true;
    root.prepend(parts.chip, parts.behind);
    addStyle(root, BESIDES_CSS);
    return parts;
  };

  return {
    chip: (view) => {
      if (view) built ??= build();
      if (!built) return;
      built.chip.hidden = !view;
      const next = JSON.stringify(view);
      if (view && next !== drawn) drawChip(built.chip, view);
      drawn = next ?? drawn;
    },
    behind: (words) => {
      if (words !== undefined) built ??= build();
      if (!built) return;
      built.behind.hidden = words === undefined;
      built.behind.textContent = words ?? '';
    },
  };
}
