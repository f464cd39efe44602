import { PARTS, quickWords } from './names.ts';
import { consider, type Query } from './queries.ts';
import { customRole, selectorsFor } from './roles.ts';
import type { Roots } from './roots.ts';
import { isSelector } from './text.ts';
import type { Root } from './tree.ts';

/** Elements told apart in one go, by all their words together; well under 1 ms. */
const BATCH = 250;

/** A selector that is the name of an HTML element and nothing else. */
const TAG = /^[a-z]+$/;

type Tags = Roots['tags'];

/**
 * Searches one root for several queries at once and notes what matches. After each step, which
 * takes well under 1 ms, it yields whether any query matches something else now.
 *
 * A tag that nobody has seen on the page is not looked for: that would go through all of it.
 */
export function* searchRoot(
  queries: readonly Query[],
  root: Root,
  { tags, seen }: Pick<Roots, 'tags' | 'seen'>,
): Generator<boolean> {
  for (const [selector, asking] of bySelector(queries, tags)) {
    if (TAG.test(selector) && !seen.has(selector)) continue;
    for (const some of batches(root.querySelectorAll(selector))) yield sift(asking, some);
  }
  const named = queries.filter(({ names }) => names[0]);
  if (named[0] && seen.has('label')) yield* searchLabels(named, root);
}

/**
 * Searches the part of the page below an element, and the element itself.
 *
 * @returns whether the set of matches changed.
 */
export function searchPart(query: Query, part: Element, tags: Tags): boolean {
  let changed = consider(query, part);
  for (const selector of selectorsOf(query, tags)) {
    for (const element of part.querySelectorAll(selector)) {
      changed = consider(query, element) || changed;
    }
  }
  return changed;
}

function bySelector(queries: readonly Query[], tags: Tags): ReadonlyMap<string, Query[]> {
  const found = new Map<string, Query[]>();
  for (const query of queries) {
    for (const selector of selectorsOf(query, tags)) {
      found.set(selector, [...(found.get(selector) ?? []), query]);
    }
  }
  return found;
}

/** Takes the elements out of the list only as they are needed: each costs the browser a wrapper. */
function* batches(all: NodeListOf<Element>): Generator<Element[]> {
  for (let from = 0; from < all.length; from += BATCH) {
    const length = Math.min(BATCH, all.length - from);
    yield Array.from({ length }, (_, at) => all[from + at] as Element);
  }
}

/** Most elements of a page can be told apart from what is wanted by their words alone. */
function sift(queries: readonly Query[], elements: readonly Element[]): boolean {
  const isNamed = queries.some(({ names }) => names[0]);
  const words = elements.map((element) => (isNamed ? quickWords(element) : undefined));
  const all = words.join('\n');
  let changed = false;
  for (const query of queries) {
    const { names, gate, matches } = query;
    const isAny = !names[0];
    const mayBe = isAny || gate(all);
    for (const [at, element] of elements.entries()) {
      const said = words[at];
      const isWorthIt =
        isAny || said === undefined || matches.has(element) || (mayBe && gate(said));
      // Work is spread over time: what has left the page meanwhile is not to be found any more.
      if (isWorthIt && element.isConnected) changed = consider(query, element) || changed;
    }
  }
  return changed;
}

/** Asking each field for its labels would go through the whole page each time. */
function* searchLabels(queries: readonly Query[], root: Root): Generator<boolean> {
  for (const some of batches(root.querySelectorAll('label'))) {
    let changed = false;
    for (const label of some as HTMLLabelElement[]) {
      const isOpen = label.querySelector(PARTS) !== null;
      const asking = queries.filter(({ gate }) => isOpen || gate(label.textContent));
      const control = asking[0] && label.control;
      if (control) for (const query of asking) changed = consider(query, control) || changed;
    }
    yield changed;
  }
}

function selectorsOf({ strategy }: Query, tags: Tags): string[] {
  switch (strategy.by) {
    case 'attribute':
      return [`[${strategy.attribute}="${CSS.escape(strategy.value)}"]`];
    case 'href':
      return ['a'];
    case 'css':
      return isSelector(strategy.selector) ? [strategy.selector] : [];
    default: {
      const custom = [...tags].filter(([, sample]) => customRole(sample) === strategy.role);
      return selectorsFor(
        strategy.role,
        custom.map(([tag]) => tag),
      );
    }
  }
}
