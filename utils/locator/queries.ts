import type { LocalStrategy } from '../domain/orders.ts';
import { accessibleName, nameMark, roughName } from './names.ts';
import { hasRole } from './roles.ts';
import { type Fold, foldFor, type Gate, gateFor, isSelector, longestWord } from './text.ts';
import { isWithin } from './within.ts';

/** A strategy made ready for one page, with the elements it has found so far. */
export type Query = Readonly<{
  /** Equal for queries that match the same. */
  key: string;
  strategy: LocalStrategy;
  fold: Fold;
  /** Folded names. */
  names: readonly string[];
  /** Folded names of the group that holds it. */
  within: readonly string[];
  /** Text without which no element can be meant: the longest word of each name, or a value. */
  needles: readonly string[];
  /** Could a needle be in a text? */
  gate: Gate;
  /** Each match with a mark of the name it had then, so that a change is noticed cheaply. */
  matches: Map<Element, string>;
}>;

/** @param language Of the page, not of the reader. */
export function compile(strategy: LocalStrategy, language: string): Query {
  const fold = foldFor(language);
  const given = 'names' in strategy && !isOfAnyName(strategy) ? strategy.names : [];
  const names = given.map(fold).filter(Boolean);
  const within = 'within' in strategy ? strategy.within.map(fold) : [];
  const value = 'value' in strategy ? [strategy.value.toLowerCase()] : [];
  const needles = [...names.map(longestWord), ...value];
  return {
    key: language + JSON.stringify(strategy),
    strategy,
    fold,
    names,
    within,
    needles,
    gate: gateFor(needles),
    matches: new Map(),
  };
}

/**
 * Tests one element against the query and notes or forgets it.
 *
 * @returns whether the set of matches changed.
 */
export function consider(query: Query, element: Element): boolean {
  const { matches } = query;
  const before = matches.has(element);
  if (!applies(query, element) || !isCalled(query, element)) {
    return before && matches.delete(element);
  }
  matches.set(element, nameMark(element));
  return !before;
}

/**
 * Drops matches that are gone or no longer called what they were.
 *
 * @returns whether the set of matches changed.
 */
export function recheck(query: Query): boolean {
  let changed = false;
  for (const [element, mark] of query.matches) {
    if (!element.isConnected) changed = query.matches.delete(element);
    else if (nameMark(element) !== mark) changed = consider(query, element) || changed;
  }
  return changed;
}

/** The part of the test that needs no name. */
function applies({ strategy }: Query, element: Element): boolean {
  switch (strategy.by) {
    case 'attribute':
      return element.getAttribute(strategy.attribute) === strategy.value;
    case 'href':
      return element instanceof HTMLAnchorElement && element.href.includes(strategy.contains);
    case 'css':
      return isSelector(strategy.selector) && element.matches(strategy.selector);
    default:
      return hasRole(element, strategy.role);
  }
}

function isCalled(query: Query, element: Element): boolean {
  const { strategy, fold, names, within, needles } = query;
  if (!('names' in strategy)) return true;
  if (!isOfAnyName(strategy)) {
    const rough = fold(roughName(element));
    if (!needles.some((word) => rough.includes(word))) return false;
    if (!isOneOf(names, fold(accessibleName(element)))) return false;
  }
  return !within[0] || isWithin(element, (text) => isOneOf(within, fold(text)));
}

/**
 * The same words in a row, however they are spaced: the library that computes names loses the space
 * between the parts of `<b>Add </b>user` and adds one before generated text.
 */
function isOneOf(names: readonly string[], name: string): boolean {
  const unspaced = name.replaceAll(' ', '');
  return names.some((known) => known.replaceAll(' ', '') === unspaced);
}

/** Known by where it stands alone: the one check box in the row of the account. */
function isOfAnyName(strategy: LocalStrategy): boolean {
  return strategy.by === 'relation' && strategy.names.includes('*');
}
