import type { ChipView } from '../domain/orders.ts';
import { child } from '../ring/own-element.ts';

/** Marks are told apart by their silhouettes, which the style sheet draws; these have a sign, too. */
const SIGNS: Readonly<Partial<Record<ChipView['mark'], string>>> = {
  done: '✓',
  'cannot-tell': '?',
  regressed: '!',
};

/** The slim tab at the edge: how far the guide is, without a word that could cover the page. */
export function drawChip(chip: HTMLButtonElement, { label, text, mark, trail }: ChipView): void {
  const steps = child('span', 'trail');
  steps.append(...[...trail].map((state) => child('i', `t${state}`)));
  const sign = child('span', `mark ${mark}`);
  sign.append(child('b', undefined, SIGNS[mark]));
  chip.ariaLabel = label;
  chip.replaceChildren(child('span', 'logo'), sign, child('span', 'text', text), steps);
}
