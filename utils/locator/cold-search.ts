import type { Known } from './absorb.ts';
import type { Query } from './queries.ts';
import { searchRoot } from './search.ts';
import type { Root } from './tree.ts';

/** Elements looked at for shadow roots between two looks at the clock; well under 1 ms. */
const CHUNK = 500;

/** The longest a slice keeps the page waiting. */
const SLICE_MS = 4;

/** Runs as much of the work as one slice allows. Returns whether all of it is done. */
export function runSlice(work: Iterator<unknown>): boolean {
  const until = performance.now() + SLICE_MS;
  while (performance.now() < until) if (work.next().done) return true;
  return false;
}

/** Enters every shadow root of the page, or of a part of it, however deep. */
export function* discover(
  { roots, onRoot }: Pick<Known, 'roots' | 'onRoot'>,
  first: Iterable<Element> = document.querySelectorAll('*'),
): Generator<void> {
  const open: Root[] = [];
  for (let below: Iterable<Element> | undefined = first; below; ) {
    // Never all of a large page at once: each element costs the browser a wrapper.
    let some: Element[] = [];
    for (const element of below) {
      some.push(element);
      if (some.length < CHUNK) continue;
      open.push(...roots.enter(some));
      some = [];
      yield;
    }
    open.push(...roots.enter(some));
    const root = open.pop();
    if (root) onRoot(root);
    below = root?.querySelectorAll('*');
    yield;
  }
}

/** Searches all of the page for these queries. */
export function* searchPage(
  queries: readonly Query[],
  { roots }: Pick<Known, 'roots'>,
): Generator<unknown> {
  for (const root of roots.all) yield* searchRoot(queries, root, roots);
}
