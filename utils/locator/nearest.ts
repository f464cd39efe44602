import type { Page } from './locate.ts';
import { accessibleName, roughName } from './names.ts';
import type { Query } from './queries.ts';
import { hasRole, selectorsFor } from './roles.ts';
import { isShown } from './sight.ts';

const MOST = 5;
const LONGEST = 80;

/** So many controls are compared at most; the list helps a maintainer, it is not a search. */
const COMPARED = 300;

/** Roles named by the tenant's data (people, addresses), not by the portal. */
const DATA = /row|gridcell|option|link/;

/**
 * Names of controls that came nearest to the one that is missing, for whoever repairs the guide.
 * Labels only: nothing that holds an address, no field's value, no row of a list.
 */
export function nearest(queries: readonly Query[], { roots }: Page): string[] {
  const query = queries.find(({ names }) => names[0]);
  const role = query && 'role' in query.strategy ? query.strategy.role : 'row';
  if (!query || DATA.test(role)) return [];
  const wanted = query.names.join(' ').split(' ');
  const shared = (text: string) =>
    wanted.filter((word) => query.fold(text).split(' ').includes(word)).length;
  const selector = selectorsFor(role, [], '~=').join();
  const peers = [...roots]
    .flatMap((root) => [...root.querySelectorAll(selector)])
    .slice(0, COMPARED);
  const near = peers.filter((at) => shared(roughName(at)) && hasRole(at, role) && isShown(at));
  const names = [...new Set(near.map(accessibleName))].filter(
    (name) => shared(name) && !name.includes('@'),
  );
  return names
    .sort((one, other) => shared(other) - shared(one))
    .slice(0, MOST)
    .map((name) => name.slice(0, LONGEST));
}
