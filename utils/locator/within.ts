import { accessibleName } from './names.ts';
import { drawnLine } from './tree.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,[role=heading]';

/** A heading inside one of these is the heading of nothing outside. */
const SECTIONS =
  'fieldset,section,article,dialog,table,[role=group],[role=region],[role=dialog],[role=tabpanel]';

/** Elements whose own name says what they hold. */
const GROUPS = '[role],[aria-label],[aria-labelledby],fieldset,section,dialog,table,tr';

/**
 * Whether the element stands in a group, row or section that is called so: named so itself, a row
 * with a cell that says so, or under a heading that does. The nearest heading before it decides.
 */
export function isWithin(element: Element, says: (text: string) => boolean): boolean {
  const passed: Element[] = [];
  for (const holder of drawnLine(element)) {
    if (passed[0] && isCalled(holder, says)) return true;
    const heading = [...holder.querySelectorAll(HEADINGS)].findLast((at) => isBefore(at, passed));
    if (heading) return says(heading.textContent ?? '');
    passed.push(holder);
  }
  return false;
}

function isCalled(holder: Element, says: (text: string) => boolean): boolean {
  if (holder.matches(GROUPS) && says(accessibleName(holder))) return true;
  if (!holder.matches('tr,[role=row]')) return false;
  return [...holder.querySelectorAll('*')].some((cell) => says(cell.textContent ?? ''));
}

/** Compared with that ancestor of the element that stands in the same tree as the heading. */
function isBefore(heading: Element, passed: readonly Element[]): boolean {
  const beside = passed.findLast((at) => at.getRootNode() === heading.getRootNode());
  const section = heading.closest(SECTIONS);
  if (!beside || beside.contains(heading) || section?.contains(beside) === false) return false;
  return Boolean(heading.compareDocumentPosition(beside) & Node.DOCUMENT_POSITION_FOLLOWING);
}
