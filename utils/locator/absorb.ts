import type { Changes } from './changes.ts';
import { roughName } from './names.ts';
import { consider, type Query, recheck, search } from './queries.ts';
import type { Roots } from './roots.ts';
import { drawnLine, type Root, type ShadowOf } from './tree.ts';

const CONTROLS = 'button,a,input,select,textarea,summary,option,tr,td,[role]';

/** Beyond so many elements the browser's own search is cheaper than looking at the mark-up. */
const LARGE = 2000;

/** So many labels and neighbours are followed in one change. */
const MOST = 50;

/** Mark-up whose name may lie elsewhere on the page, and text that folding would change. */
const ALWAYS =
  '<slot|<input|<select|<textarea|aria-labelledby|[\\u00AD\\u200B-\\u200F\\uFB00-\\uFFEF]';

export type Known = Readonly<{
  queries: readonly Query[];
  roots: Roots;
  shadowOf: ShadowOf;
  /** A quick look at mark-up: could it concern the queries? May say yes in vain, never no. */
  gate: RegExp;
  /** Called for each root met for the first time. */
  onRoot: (root: Root) => void;
}>;

export function gateFor(queries: readonly Query[]): RegExp {
  const needles = queries.flatMap(({ needles, within }) => [...needles, ...within]);
  const patterns = needles
    .filter(Boolean)
    .map((needle) => needle.replace(/[^\p{L}\p{N}]+/gu, '.{0,9}'));
  return new RegExp([...patterns, ALWAYS].join('|'), 'iu');
}

/**
 * Brings the matches up to date with what changed, looking at nothing else.
 *
 * @returns whether any query matches something else now.
 */
export function absorb({ added, touched, removed }: Changes, known: Known): boolean {
  if (removed) known.roots.prune();
  const results = [
    ...[...added].map((at) => at.isConnected && lookInto(at, known)),
    ...[...touched].map((at) => at.isConnected && lookAround(at, known)),
    ...(removed || touched.size > 0 ? known.queries.map(recheck) : []),
  ];
  return results.includes(true);
}

/** Everything below an element that was not there before, and in the shadow roots it brings. */
function lookInto(scope: Element, known: Known): boolean {
  const elements = [scope, ...scope.querySelectorAll('*')];
  const entered = enter(elements, known);
  const concerned = elements.length > LARGE || known.gate.test(scope.outerHTML);
  const queries = known.queries.filter(({ needles }) => concerned || !needles[0]);
  return [
    searchAll(queries, [scope], known),
    concerned && lookAtNamed(elements, known),
    entered,
  ].includes(true);
}

/**
 * Enters the shadow roots of these elements, and those within, and searches them.
 *
 * @returns whether any query matches something else now.
 */
export function enter(elements: Iterable<Element>, known: Known): boolean {
  const results = known.roots.enter(elements).map((root) => {
    known.onRoot(root);
    const found = searchAll(known.queries, [root], known);
    return enter(root.querySelectorAll('*'), known) || found;
  });
  return results.includes(true);
}

function searchAll(
  queries: readonly Query[],
  scopes: Iterable<Element | Root>,
  { roots }: Known,
): boolean {
  return [...scopes]
    .flatMap((scope) => queries.map((query) => search(query, scope, roots.tags)))
    .includes(true);
}

function considerAll(elements: readonly Element[], { queries }: Known): boolean {
  return elements
    .flatMap((element) => queries.map((query) => consider(query, element)))
    .includes(true);
}

/** The controls whose name an element's own text or attributes may be part of. */
function lookAround(element: Element, known: Known): boolean {
  if ((element.textContent?.length ?? 0) > LARGE) return false;
  const inside = known.shadowOf(element)?.querySelectorAll(CONTROLS) ?? [];
  const line = [...drawnLine(element)].slice(0, 8);
  const above = line.filter((at) => at.localName.includes('-') || at.matches(CONTROLS));
  const named = [...inside, ...above].slice(0, MOST).filter((at) => known.gate.test(roughName(at)));
  const called = known.gate.test(element.outerHTML);
  return [
    considerAll([element, ...named], known),
    called && lookAtNamed([element], known),
  ].includes(true);
}

/** Words that name something else: labels, what `aria-labelledby` points to, group headings. */
function lookAtNamed(elements: readonly Element[], known: Known): boolean {
  const holders = new Set(elements.flatMap((at) => [at.closest('label'), at.closest('[id]')]));
  const called = [...holders].slice(0, MOST).flatMap(calledBy);
  const waiting = known.queries.filter(({ within, matches }) => within[0] && matches.size === 0);
  return [considerAll(called, known), searchAll(waiting, known.roots.all, known)].includes(true);
}

function calledBy(holder: Element | null): Element[] {
  const { control } = (holder ?? {}) as HTMLLabelElement;
  const root = holder?.getRootNode() as Root | undefined;
  const referring =
    root?.querySelectorAll(`[aria-labelledby~="${CSS.escape(holder?.id ?? '')}"]`) ?? [];
  return [...(control ? [control] : []), ...referring];
}
