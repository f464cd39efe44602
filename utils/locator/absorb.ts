import type { Changes } from './changes.ts';
import { consider, type Query, recheck, search } from './queries.ts';
import type { Roots } from './roots.ts';
import { drawnLine, type Root, type ShadowOf } from './tree.ts';

const CONTROLS = 'button,a,input,select,textarea,summary,option,tr,td,[role]';

/** Beyond so many elements the browser's own search is cheaper than looking at the mark-up. */
const LARGE = 2000;

/** So many layers lie between a control and its words, and so many labels change at once. */
const DEEP = 8;
const MANY = 50;

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
    .map((text) => text.replace(/[^\p{L}\p{N}]+/gu, '.{0,9}'));
  return new RegExp([...patterns, ALWAYS].join('|'), 'iu');
}

/**
 * Brings the matches up to date with what changed, looking at nothing else.
 *
 * @returns whether any query matches something else now.
 */
export function absorb({ added, touched, removed }: Changes, known: Known): boolean {
  if (removed) known.roots.prune();
  const scopes = new Set([...added, ...[...touched].flatMap((at) => [at, ...holders(at)])]);
  const results = [...scopes].map((at) => at.isConnected && lookInto(at, known));
  return [...results, ...(removed || touched.size ? known.queries.map(recheck) : [])].includes(
    true,
  );
}

/** The controls whose name an element's own text or attributes may be part of. */
function holders(element: Element): Element[] {
  const line = [...drawnLine(element)].slice(0, DEEP);
  return line.filter((at) => at.localName.includes('-') || at.matches(CONTROLS));
}

/** An element that was not there before or is not as it was, with all below it. */
function lookInto(scope: Element, known: Known): boolean {
  const elements = [scope, ...scope.querySelectorAll('*')];
  const entered = enter(elements, known);
  const isMeant = elements.length > LARGE || known.gate.test(scope.outerHTML);
  const queries = known.queries.filter(({ needles }) => isMeant || !needles[0]);
  // What is slotted into a web component names the control in its shadow root.
  const root = known.shadowOf(scope);
  const found = searchAll(queries, root && isMeant ? [scope, root] : [scope], known);
  return (isMeant && lookAtNamed(elements, known)) || found || entered;
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

/** Words that name something else: labels, what `aria-labelledby` points to, group headings. */
function lookAtNamed(elements: readonly Element[], known: Known): boolean {
  const named = new Set(elements.flatMap((at) => [at.closest('label'), at.closest('[id]')]));
  const called = [...named].slice(0, MANY).flatMap(calledBy);
  const waiting = known.queries.filter(({ within, matches }) => within[0] && matches.size === 0);
  const found = called.flatMap((at) => known.queries.map((query) => consider(query, at)));
  return searchAll(waiting, known.roots.all, known) || found.includes(true);
}

function calledBy(name: Element | null): Element[] {
  const { control, id = '' } = (name ?? {}) as HTMLLabelElement;
  const root = name?.getRootNode() as Root | undefined;
  return [
    ...(control ? [control] : []),
    ...(root?.querySelectorAll(`[aria-labelledby~="${CSS.escape(id)}"]`) ?? []),
  ];
}
