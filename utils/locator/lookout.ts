import type { Sighting } from '../domain/locator.ts';
import type { FrameReport, LocalAction, LocalStrategy } from '../domain/orders.ts';
import { absorb, enter, type Known, markUpGate } from './absorb.ts';
import { changesIn } from './changes.ts';
import { discover, runSlice, searchPage } from './cold-search.ts';
import { decide } from './decide.ts';
import { type Found, locate, type Missing } from './locate.ts';
import { nearest } from './nearest.ts';
import { compile, type Query } from './queries.ts';
import { openRoots } from './roots.ts';
import { openSchedule } from './schedule.ts';
import { isOurs, type Root, type ShadowOf } from './tree.ts';

/** What was decided on the page as it is now. */
export type Decision = Readonly<{
  pointing?: Readonly<{ action: LocalAction; found: Found }>;
  /** How each action was seen, with what came nearest to a missing one; that part costs time. */
  sightings: (withNearest: boolean) => FrameReport['sightings'];
}>;

export type Lookout = Readonly<{
  /**
   * Looks out for these actions from now on. None: observes nothing.
   *
   * @param language Of the page.
   */
  order: (actions: readonly LocalAction[], language: string) => void;
}>;

/** The queries of one action: for its control, and for what shows that it has served. */
type Plan = Readonly<{ ways: readonly Query[]; servedBy: readonly Query[] }>;

const OBSERVE = { subtree: true, childList: true, characterData: true, attributes: true };

/** So many records wait for a frame. */
const PILE = 2000;

/** Events after which a control may look or say something else without any mutation. */
const TELLING =
  'transitionend animationend scrollend toggle input change click load fullscreenchange';

/**
 * Keeps up with the page at a cost that depends on what changes, not on how large the page is.
 *
 * A cold search finds what the orders are about; from then on only mutation records are looked at,
 * gathered to the frame. State and visibility, which need layout, are read after the frame.
 *
 * @param decided Called after each look, also when nothing is different.
 */
export function openLookout(shadowOf: ShadowOf, decided: (decision: Decision) => void): Lookout {
  let actions: readonly LocalAction[] = [];
  let plan: readonly Plan[] = [];
  let known: Known | undefined;
  let work: Iterator<unknown> | undefined;
  let pending: MutationRecord[] = [];
  /** Matches whose sight has been told once. */
  let watched = new Set<Element>();
  let listening = new AbortController();
  let pointed: Element | undefined;

  const onFrame = (): boolean | undefined => {
    const changes = changesIn(pending);
    pending = [];
    if (!known || !changes) return undefined;
    const isDifferent = absorb(changes, known);
    if (work && pointed?.isConnected === false) nothing();
    return isDifferent;
  };

  const onQuiet = () => {
    if (!known) return;
    if (work) {
      // What was found is looked at in a task of its own, after the page has had its turn.
      if (runSlice(work)) work = undefined;
      soon();
      return;
    }
    known.roots.prune();
    enter(known.roots.late(), known);
    look(known);
  };

  const nothing = () => {
    pointed = undefined;
    decided({ sightings: () => [] });
  };

  const { changed, unhurried, urgent, soon } = openSchedule(onFrame, onQuiet);
  const records = new MutationObserver((all) => {
    // Read in the frame, all in one go: that costs half as much.
    for (const record of all) pending.push(record);
    // In a tab out of sight no frame comes, and what is gone must not pile up.
    if (pending.length > PILE && onFrame()) urgent();
    // A ring that stands moves with its control by itself.
    if (pointed?.isConnected && !work) unhurried();
    else changed();
  });
  /** Tells when a match comes into view, leaves it, appears or is taken away; needs no layout. */
  const sight = new IntersectionObserver(
    (seen) => {
      // First it tells what was just looked at.
      if (seen.filter(({ target }) => watched.has(target) || !watched.add(target))[0]) urgent();
    },
    { threshold: [0, 0.5, 1] },
  );

  const onTelling = ({ target }: Event) => {
    // Opening the ring is an event too.
    if (!isOurs(target as Node)) urgent();
  };

  const onRoot = (root: Root) => {
    records.observe(root, OBSERVE);
    const options = { capture: true, passive: true, signal: listening.signal };
    for (const type of TELLING.split(' ')) root.addEventListener(type, onTelling, options);
  };

  /** Takes up more work; until it is done nothing is decided, since a twin may turn up. */
  const toDo = (scopes: readonly (Root | Element)[], queries: readonly Query[], next: Known) => {
    const unfinished = work;
    work = (function* () {
      if (unfinished) while (!unfinished.next().done) yield;
      yield* discover(next, scopes);
      yield* searchPage(queries, next);
    })();
  };

  const onLarge = (parts: readonly Element[]) => {
    if (known) toDo(parts, known.queries, known);
    soon();
  };

  const start = (queries: readonly Query[], fresh: readonly Query[]) => {
    const roots = known?.roots ?? openRoots(shadowOf);
    const next = { queries, roots, shadowOf, gate: markUpGate(queries), onRoot, onLarge };
    const isFirst = !known;
    if (isFirst) onRoot(document);
    toDo(isFirst ? [document] : [], fresh, next);
    known = next;
    onQuiet();
  };

  const rest = () => {
    records.disconnect();
    sight.disconnect();
    listening.abort();
    listening = new AbortController();
    watched = new Set();
    known = work = undefined;
    nothing();
  };

  const watchSight = (matches: ReadonlySet<Element>) => {
    for (const element of watched) {
      if (matches.has(element)) continue;
      sight.unobserve(element);
      watched.delete(element);
    }
    for (const element of matches) sight.observe(element);
  };

  const look = ({ roots: { all: roots }, queries }: Known) => {
    const seen: (Found | Missing)[] = [];
    const page = { roots, shadowOf };
    const [ordered, planned] = [actions, plan];
    const lookAt = (index: number) => {
      const { ways = [], servedBy } = planned[index] ?? {};
      seen[index] ??= locate(ordered[index] as LocalAction, ways, page, servedBy);
      return seen[index];
    };
    const index = decide(ordered, lookAt);
    const [action, found] = [ordered[index], seen[index]];
    pointed = found?.status === 'found' ? found.control.element : undefined;
    watchSight(new Set(queries.flatMap(({ matches }) => [...matches.keys()])));
    decided({
      ...(action && found?.status === 'found' ? { pointing: { action, found } } : {}),
      sightings: (withNearest) =>
        ordered.map(({ id }, at) => {
          const near = () => (withNearest ? nearest(planned[at]?.ways ?? [], page) : []);
          return { actionId: id, sighting: sightingOf(lookAt(at), near) };
        }),
    });
  };

  return {
    order: (next, language) => {
      const old = new Map(known?.queries.map((query) => [query.key, query]));
      actions = next;
      const queryFor = (strategy: LocalStrategy) => {
        const query = compile(strategy, language);
        return old.get(query.key) ?? query;
      };
      plan = next.map(({ strategies, servedBy = [] }) => ({
        ways: strategies.map(queryFor),
        servedBy: servedBy.map(queryFor),
      }));
      const queries = plan.flatMap(({ ways, servedBy }) => [...ways, ...servedBy]);
      if (queries[0])
        start(
          queries,
          queries.filter(({ key }) => !old.has(key)),
        );
      else rest();
    },
  };
}

/** What may leave the frame of what was seen. */
function sightingOf(seen: Found | Missing, near: () => string[]): Sighting {
  if (seen.status === 'missing') {
    const { status, refusal } = seen;
    return { status, refusal, nearest: /^a/.test(refusal) ? near() : [] };
  }
  const { status, strategy, inView, tiny } = seen;
  return { status, strategy, inView, tiny };
}
