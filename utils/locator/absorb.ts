import type { Changes } from './changes.ts';
import { consider, type Query, recheck } from './queries.ts';
import type { Roots } from './roots.ts';
import { askedFor, searchPart, searchRoot } from './search.ts';
import { type Gate, gateFor, longestWord } from './text.ts';
import { drawnLine, partOf, type Root, type ShadowOf } from './tree.ts';

const CONTROLS = 'button,a,input,select,textarea,summary,option,tr,td,[role]';

/** More elements than this, all together, are not looked into within a frame. */
const LARGE = 2000;

/** So many layers lie between a control and its words, and so many labels change at once. */
const DEEP = 8;
const MANY = 50;

/** Mark-up whose name may lie elsewhere on the page. */
const ELSEWHERE = /<slot|<input|<select|<textarea|aria-labelledby/;

/** Mark-up that may say several roles of one element, or what it is called by. */
const TO_LEARN = /role="[^"]*\s|aria-labelledby/;

export type Known = Readonly<{
  queries: readonly Query[];
  roots: Roots;
  shadowOf: ShadowOf;
  /** A quick look at mark-up: could it concern the queries? May say yes in vain, never no. */
  gate: Gate;
  /** Called for each root met for the first time. */
  onRoot: (root: Root) => void;
  /** Called for parts of the page that are too large to be looked into at once. */
  onLarge: (parts: readonly Element[]) => void;
}>;

/** What mark-up must hold to concern the queries. */
export function markUpGate(queries: readonly Query[]): Gate {
  const words = queries.flatMap(({ needles, within }) => [...needles, ...within.map(longestWord)]);
  const gate = gateFor(words);
  return (html) => gate(html) || ELSEWHERE.test(html ?? '');
}

/**
 * Brings the matches up to date with what changed, looking at nothing else.
 *
 * @returns whether any query matches something else now.
 */
export function absorb({ added, touched, removed }: Changes, known: Known): boolean {
  const { now, later } = inTime([...added].filter(({ isConnected }) => isConnected));
  if (later[0]) known.onLarge(later);
  const results = [
    ...now.map((at) => lookInto(at, known)),
    ...[...touched].map((at) => at.isConnected && lookAround(at, known)),
    ...(removed || touched.size ? known.queries.map(recheck) : []),
  ];
  return results.includes(true);
}

/** An element with all below it. */
type Part = readonly [Element, ...Element[]];

/** As many parts as can be looked into within a frame, and those that are left for later. */
function inTime(parts: readonly Element[]): Readonly<{ now: Part[]; later: Element[] }> {
  const now: Part[] = [];
  const later: Element[] = [];
  let left = LARGE;
  for (const part of parts) {
    const below = part.querySelectorAll('*');
    left -= 1 + below.length;
    if (left < 0) later.push(part);
    else now.push([part, ...partOf(below)]);
  }
  return { now, later };
}

/** A part that was not there before. */
function lookInto(elements: Part, known: Known): boolean {
  const [scope] = elements;
  const html = scope.outerHTML;
  if (TO_LEARN.test(html)) known.roots.learn(scope);
  const entered = enter(elements, known);
  const isMeant = known.gate(html);
  const queries = known.queries.filter(({ needles }) => isMeant || !needles[0]);
  const found = queries.map((query) => searchPart(query, scope, known.roots.tags)).includes(true);
  return (isMeant && lookAtNamed(elements, known)) || found || entered;
}

/** The controls whose name an element's own text or attributes may be part of. */
function lookAround(element: Element, known: Known): boolean {
  if (element.matches('[role],[aria-labelledby]')) known.roots.learn(element);
  const above = considerAll(drawnLine(element, DEEP), known);
  // What is slotted into a web component names the control in its shadow root.
  const inside = known.shadowOf(element)?.querySelectorAll(CONTROLS) ?? [];
  const found = considerAll([...inside].slice(0, MANY), known) || above;
  // Not by their number: for that the browser would count them all.
  const isMeant = !element.children[MANY] && known.gate(element.textContent);
  return (isMeant && lookAtNamed([element], known)) || found;
}

function considerAll(elements: Iterable<Element>, { queries }: Known): boolean {
  let changed = false;
  for (const at of elements) for (const query of queries) changed = consider(query, at) || changed;
  return changed;
}

/**
 * Enters the shadow roots of these elements, and those within, and searches them.
 *
 * @returns whether any query matches something else now.
 */
export function enter(elements: Iterable<Element>, known: Known): boolean {
  const results = known.roots.enter(elements).map((root) => {
    known.onRoot(root);
    known.roots.learn(root);
    // First what is in it: only tags that were seen are searched for.
    const within = enter(root.querySelectorAll('*'), known);
    return searchAll(known.queries, [root], known) || within;
  });
  return results.includes(true);
}

function searchAll(queries: readonly Query[], scopes: Iterable<Root>, { roots }: Known): boolean {
  const asked = askedFor(queries, roots);
  return [...scopes].flatMap((root) => [...searchRoot(asked, root)]).includes(true);
}

/** Words that name something else: labels, what `aria-labelledby` points to, group headings. */
function lookAtNamed(elements: readonly Element[], known: Known): boolean {
  const named = new Set(elements.flatMap((at) => [at.closest('label'), at.closest('[id]')]));
  const called = [...named].slice(0, MANY).flatMap((at) => calledBy(at, known));
  const waiting = known.queries.filter(({ within, matches }) => within[0] && matches.size === 0);
  const found = considerAll(called, known);
  return searchAll(waiting, known.roots.all, known) || found;
}

function calledBy(name: Element | null, { roots }: Known): Element[] {
  const { control, id = '' } = (name ?? {}) as HTMLLabelElement;
  // Goes through all of the page.
  const root = roots.isLabelled() ? (name?.getRootNode() as Root | undefined) : undefined;
  return [
    ...(control ? [control] : []),
    ...(root?.querySelectorAll(`[aria-labelledby~="${CSS.escape(id)}"]`) ?? []),
  ];
}
