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

/** To be made when one of them is first wanted: a tab whose panel is open wants neither. */
export function openBesides(root: ShadowRoot): Besides {
  const chip = child('button');
  const behind = child('p');
  let drawn = '';
  chip.hidden = behind.hidden = true;
  root.prepend(chip, behind);
  addStyle(root, BESIDES_CSS);

  return {
    chip: (view) => {
      chip.hidden = !view;
      const next = JSON.stringify(view);
      if (view && next !== drawn) drawChip(chip, view);
      drawn = next ?? drawn;
    },
    behind: (words) => {
      behind.hidden = words === undefined;
      behind.textContent = words ?? '';
    },
  };
}
