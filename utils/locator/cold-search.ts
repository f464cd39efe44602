import type { Known } from './absorb.ts';
import { type Query, search } from './queries.ts';
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
    const elements: Element[] = [...below];
    for (let at = 0; at < elements.length; at += CHUNK) {
      open.push(...roots.enter(elements.slice(at, at + CHUNK)));
      yield;
    }
    const root = open.pop();
    if (root) onRoot(root);
    below = root?.querySelectorAll('*');
  }
}

/** Searches all of the page for these queries. */
export function* searchPage(
  queries: readonly Query[],
  { roots }: Pick<Known, 'roots'>,
): Generator<void> {
  for (const root of roots.all) {
    for (const query of queries) {
      search(query, root, roots.tags);
      yield;
    }
  }
}
