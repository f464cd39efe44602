import { PARTS, quickWords } from './names.ts';
import { consider, type Query } from './queries.ts';
import { customRole, type RoleMatch, selectorsFor } from './roles.ts';
import type { Roots } from './roots.ts';
import { isSelector } from './text.ts';
import { partOf, type Root } from './tree.ts';

/** Elements told apart in one go, by all their words together; well under 1 ms. */
const BATCH = 250;

/** A selector that is the name of an HTML element and nothing else. */
const TAG = /^[a-z]+$/;

type Tags = Roots['tags'];

/** What every root of a page is asked for. */
export type Asked = Readonly<{
  /** The queries that each selector may answer. */
  bySelector: ReadonlyMap<string, readonly Query[]>;
  /** Queries whose control a `<label>` may name. */
  byLabel: readonly Query[];
}>;

/** A tag that nobody has seen on the page is not asked for: that would go through all of it. */
export function askedFor(
  queries: readonly Query[],
  { tags, seen, roleMatch }: Pick<Roots, 'tags' | 'seen' | 'roleMatch'>,
): Asked {
  const bySelector = new Map<string, Query[]>();
  for (const query of queries) {
    for (const selector of selectorsOf(query, tags, roleMatch())) {
      if (TAG.test(selector) && !seen.has(selector)) continue;
      bySelector.set(selector, [...(bySelector.get(selector) ?? []), query]);
    }
  }
  const byLabel = seen.has('label') ? queries.filter(({ names }) => names[0]) : [];
  return { bySelector, byLabel };
}

/**
 * Searches one root for several queries at once and notes what matches. After each step, which
 * takes well under 1 ms, it yields whether any query matches something else now.
 */
export function* searchRoot({ bySelector, byLabel }: Asked, root: Root): Generator<boolean> {
  for (const [selector, asking] of bySelector) {
    for (const some of batches(root.querySelectorAll(selector))) yield sift(asking, some);
  }
  if (byLabel[0]) yield* searchLabels(byLabel, root);
}

/**
 * Searches the part of the page below an element, and the element itself.
 *
 * @returns whether the set of matches changed.
 */
export function searchPart(query: Query, part: Element, tags: Tags): boolean {
  let changed = consider(query, part);
  for (const selector of selectorsOf(query, tags, '~=')) {
    for (const element of part.querySelectorAll(selector)) {
      changed = consider(query, element) || changed;
    }
  }
  return changed;
}

/** Takes the elements out of the list only as they are needed: each costs the browser a wrapper. */
function* batches(all: NodeListOf<Element>): Generator<Element[]> {
  for (let from = 0; from < all.length; from += BATCH) yield partOf(all, from, BATCH);
}

/** Most elements of a page can be told apart from what is wanted by their words alone. */
function sift(queries: readonly Query[], elements: readonly Element[]): boolean {
  const isNamed = queries.some(({ names }) => names[0]);
  const words = elements.map((element) => (isNamed ? quickWords(element) : undefined));
  const all = words.join('\n');
  let changed = false;
  for (const query of queries) {
    for (const element of worthwhile(query, elements, words, all)) {
      // Work is spread over time: what has left the page meanwhile is not to be found any more.
      if (element.isConnected) changed = consider(query, element) || changed;
    }
  }
  return changed;
}

/** The elements that may be meant by their words, or whose words say nothing, or that were. */
function worthwhile(
  { names, gate, matches }: Query,
  elements: readonly Element[],
  words: readonly (string | undefined)[],
  all: string,
): readonly Element[] {
  if (!names[0]) return elements;
  const mayBe = gate(all);
  return elements.filter((element, at) => {
    const said = words[at];
    return said === undefined || matches.has(element) || (mayBe && gate(said));
  });
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

function selectorsOf({ strategy }: Query, tags: Tags, match: RoleMatch): string[] {
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
        match,
      );
    }
  }
}
