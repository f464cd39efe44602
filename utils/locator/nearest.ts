import type { AriaRole } from '../domain/locator.ts';
import type { Missing, Page } from './locate.ts';
import { accessibleName, roughName } from './names.ts';
import type { Query } from './queries.ts';
import { hasRole, selectorsFor } from './roles.ts';
import { isShown } from './sight.ts';

const MOST = 5;
const LONGEST = 80;

/** So many controls are compared at most; the list helps a maintainer, it is not a search. */
const COMPARED = 300;

/** Named by the tenant's data (people, addresses), not by the portal. */
const DATA_ROLES: readonly AriaRole[] = ['row', 'gridcell', 'option', 'link'];

/**
 * Names of controls that came nearest to the one that is missing, for whoever repairs the guide.
 * Labels only: nothing that holds an address, no field's value, no row of a list.
 */
export function nearest(
  { refusal, matches }: Missing,
  queries: readonly Query[],
  page: Page,
): string[] {
  const query = queries.find(({ names }) => names[0]);
  if (!query || !/a[bm]/.test(refusal)) return [];
  const wanted = query.names.flatMap((name) => name.split(' '));
  const shared = (text: string) =>
    query
      .fold(text)
      .split(' ')
      .filter((word) => wanted.includes(word)).length;
  const peers = matches[0]
    ? matches
    : controls(query, page).filter((at) => shared(roughName(at)) > 0);
  const labels = peers.filter((at) => isShown(at) && !DATA_ROLES.some((role) => hasRole(at, role)));
  const names = [...new Set(labels.map(accessibleName))].filter(
    (name) => name && !name.includes('@'),
  );
  return names
    .sort((one, other) => shared(other) - shared(one))
    .slice(0, MOST)
    .map((name) => name.slice(0, LONGEST));
}

function controls({ strategy }: Query, { roots }: Page): Element[] {
  if (!('role' in strategy)) return [];
  const selectors = selectorsFor(strategy.role, []);
  const all = [...roots].flatMap((root) =>
    selectors.flatMap((selector) => [...root.querySelectorAll(selector)]),
  );
  return all.filter((at) => hasRole(at, strategy.role)).slice(0, COMPARED);
}
