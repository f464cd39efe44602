import type { Known } from './absorb.ts';
import type { Query } from './queries.ts';
import { askedFor, searchRoot } from './search.ts';
import { partOf, type Root } from './tree.ts';

/** Elements looked at for shadow roots between two looks at the clock; well under 1 ms. */
const CHUNK = 500;

/** The longest a slice keeps the page waiting. */
const SLICE_MS = 3;

/** Runs as much of the work as one slice allows. Returns whether all of it is done. */
export function runSlice(work: Iterator<unknown>): boolean {
  const until = performance.now() + SLICE_MS;
  while (performance.now() < until) if (work.next().done) return true;
  return false;
}

/** Enters every shadow root of the page, or of parts of it, however deep. */
export function* discover(
  { roots, onRoot }: Pick<Known, 'roots' | 'onRoot'>,
  scopes: Iterable<Root | Element> = [document],
): Generator<void> {
  const open = [...scopes];
  for (let scope = open.pop(); scope; scope = open.pop()) {
    roots.learn(scope);
    yield;
    for (const some of chunks(scope)) {
      const entered = roots.enter(some);
      entered.forEach(onRoot);
      open.push(...entered);
      yield;
    }
  }
}

/** Never all of a large page at once: each element costs the browser a wrapper. */
function* chunks(scope: Root | Element): Generator<Element[]> {
  if (scope instanceof Element) yield [scope];
  const below = scope.querySelectorAll('*');
  for (let from = 0; from < below.length; from += CHUNK) {
    yield partOf(below, from, CHUNK);
  }
}

/** Searches all of the page for these queries. */
export function* searchPage(
  queries: readonly Query[],
  { roots }: Pick<Known, 'roots'>,
): Generator<unknown> {
  const asked = askedFor(queries, roots);
  for (const root of roots.all) yield* searchRoot(asked, root);
}
