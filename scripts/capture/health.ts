import type { Action } from '../../utils/domain/guide.ts';
import type { Sighting } from '../../utils/domain/locator.ts';
import type { LocalAction } from '../../utils/domain/orders.ts';
import { localise, type PortalLabels } from '../../utils/guidance/localise.ts';
import type { Known } from '../../utils/locator/absorb.ts';
import { discover, searchPage } from '../../utils/locator/cold-search.ts';
import { locate } from '../../utils/locator/locate.ts';
import { accessibleName } from '../../utils/locator/names.ts';
import { nearest } from '../../utils/locator/nearest.ts';
import { compile, type Query } from '../../utils/locator/queries.ts';
import { openRoots } from '../../utils/locator/roots.ts';
import type { ShadowOf } from '../../utils/locator/tree.ts';
import { showPage } from './saved-page.ts';
import { SAVED_ACCOUNT } from './scrub.ts';

const ANSWERS = { partnerTier: 'direct', integrationAccount: SAVED_ACCOUNT } as const;

const shadowOf: ShadowOf = (element) => element.shadowRoot;

export type Health = Readonly<{
  /** As the beacon would report it; `strategy` counts the action's strategies from 0. */
  sighting: Sighting;
  /** How many controls the strategies matched, where none is the one. */
  twins: number;
  /** Accessible name of the control that was found. */
  name?: string;
}>;

/**
 * How the product's own locator sees one action on a saved page. The page has no layout: what is
 * not marked as hidden counts as seen, and nothing covers anything but an open dialog.
 *
 * @param html Whole document; `lang` says in which language names are compared.
 */
export function healthOf(action: Action, html: string, labels: PortalLabels): Health {
  showPage(html);
  const local = localise(action, labels, ANSWERS, { say: '', sayOutOfView: '' });
  const queries = search(local, document.documentElement.lang);
  const page = { roots: queries.roots.all, shadowOf };
  const seen = locate(local, queries.all, page);
  if (seen.status === 'found') {
    const { status, strategy, inView, tiny } = seen;
    const name = accessibleName(seen.control.element);
    return { sighting: { status, strategy, inView, tiny }, twins: 0, name };
  }
  const { status, refusal, controls } = seen;
  const near = nearest(queries.all, page);
  return { sighting: { status, refusal, nearest: near }, twins: controls.length };
}

/** The cold search of the beacon, in one go. */
function search(
  { strategies }: LocalAction,
  language: string,
): Readonly<{ all: readonly Query[]; roots: Known['roots'] }> {
  const all = strategies.map((strategy) => compile(strategy, language));
  const roots = openRoots(shadowOf);
  const page = { roots, onRoot: () => undefined };
  for (const work of [discover(page), searchPage(all, page)]) while (!work.next().done);
  return { all, roots };
}
