import type { Sighting } from '../domain/locator.ts';
import type { FrameReport, LocalAction } from '../domain/orders.ts';
import { absorb, enter, gateFor, type Known } from './absorb.ts';
import { noChanges, note, OBSERVE } from './changes.ts';
import { discover, runSlice, searchPage } from './cold-search.ts';
import { decide } from './decide.ts';
import { type Found, locate, type Missing } from './locate.ts';
import { nearest } from './nearest.ts';
import { compile, type Query } from './queries.ts';
import { openRoots } from './roots.ts';
import { openSchedule } from './schedule.ts';
import type { Root, ShadowOf } from './tree.ts';

/** What was decided on the page as it is now. */
export type Decision = Readonly<{
  pointing?: Readonly<{ action: LocalAction; found: Found }>;
  /** How each action was seen, with what came nearest to a missing one; that part costs time. */
  sightings: (withNearest: boolean) => FrameReport['sightings'];
}>;

/** Events after which a control may look or say something else without any mutation. */
const TELLING =
  'transitionend animationend scrollend toggle input change click load fullscreenchange';

/**
 * Keeps up with the page at a cost that depends on what changes, not on how large the page is.
 *
 * A cold search finds what the orders are about; from then on only mutation records are looked at,
 * gathered to the frame. State and visibility, which need layout, are read after the frame.
 */
export class Lookout {
  #actions: readonly LocalAction[] = [];
  #plan: readonly (readonly Query[])[] = [];
  #known: Known | undefined;
  #work: Iterator<unknown> | undefined;
  #changes = noChanges();
  #watched = new Set<Element>();
  #listening = new AbortController();
  readonly #shadowOf: ShadowOf;
  readonly #decided: (decision: Decision) => void;

  readonly #schedule = openSchedule(
    (urgent) => this.#onFrame(urgent),
    () => this.#onQuiet(),
  );
  readonly #records = new MutationObserver((records) => {
    const noted = records.filter((record) => note(record, this.#changes));
    if (noted[0]) this.#schedule.changed();
  });
  readonly #sight = new IntersectionObserver(this.#schedule.urgent, { threshold: [0, 0.5, 1] });

  /** @param decided Called after each look, also when nothing is different. */
  constructor(shadowOf: ShadowOf, decided: (decision: Decision) => void) {
    this.#shadowOf = shadowOf;
    this.#decided = decided;
  }

  /**
   * Looks out for these actions from now on. None: observes nothing.
   *
   * @param language Of the page.
   */
  order(actions: readonly LocalAction[], language: string): void {
    const old = new Map(this.#known?.queries.map((query) => [query.key, query]));
    this.#actions = actions;
    this.#plan = actions.map(({ strategies }) =>
      strategies.map((strategy) => {
        const query = compile(strategy, language);
        return old.get(query.key) ?? query;
      }),
    );
    const queries = this.#plan.flat();
    if (queries[0])
      this.#start(
        queries,
        queries.filter(({ key }) => !old.has(key)),
      );
    else this.#rest();
  }

  #start(queries: readonly Query[], fresh: readonly Query[]): void {
    const before = this.#known;
    const unfinished = this.#work;
    const known = {
      queries,
      roots: before?.roots ?? openRoots(this.#shadowOf),
      shadowOf: this.#shadowOf,
      gate: gateFor(queries),
      onRoot: (root: Root) => this.#listenIn(root),
    };
    this.#known = known;
    this.#work = (function* () {
      if (!before) yield* discover(known);
      if (unfinished) while (!unfinished.next().done) yield;
      yield* searchPage(fresh, known);
    })();
    this.#onQuiet();
  }

  #listenIn(root: Root): void {
    this.#records.observe(root, OBSERVE);
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    for (const type of TELLING.split(' '))
      root.addEventListener(type, this.#schedule.urgent, options);
  }

  #rest(): void {
    this.#records.disconnect();
    this.#sight.disconnect();
    this.#watched.clear();
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#known = undefined;
    this.#work = undefined;
    this.#decided({ sightings: () => [] });
  }

  #onFrame(urgent: boolean): void {
    const changes = this.#changes;
    this.#changes = noChanges();
    if (!this.#known) return;
    const different = absorb(changes, this.#known);
    if ((urgent || different) && !this.#work) this.#look(this.#known);
  }

  #onQuiet(): void {
    if (!this.#known) return;
    if (this.#work && !runSlice(this.#work)) {
      this.#schedule.soon();
      return;
    }
    this.#work = undefined;
    enter(this.#known.roots.late(), this.#known);
    this.#look(this.#known);
  }

  #look({ roots, shadowOf }: Known): void {
    const page = { roots: roots.all, shadowOf };
    const [actions, plan] = [this.#actions, this.#plan];
    const seen: (Found | Missing)[] = [];
    const look = (index: number) => {
      seen[index] ??= locate(actions[index] as LocalAction, plan[index] ?? [], page);
      return seen[index];
    };
    const index = decide(actions, look);
    const [action, found] = [actions[index], seen[index]];
    this.#watchSight();
    this.#decided({
      ...(action && found?.status === 'found' ? { pointing: { action, found } } : {}),
      sightings: (withNearest) =>
        actions.map(({ id }, at) => {
          const seen = look(at);
          const near =
            seen.status === 'missing' && withNearest ? nearest(seen, plan[at] ?? [], page) : [];
          return { actionId: id, sighting: sightingOf(seen, near) };
        }),
    });
  }

  /** Tells when a match comes into view, leaves it, appears or is taken away; needs no layout. */
  #watchSight(): void {
    const matches = new Set(this.#plan.flat().flatMap((query) => [...query.matches.keys()]));
    for (const element of this.#watched) if (!matches.has(element)) this.#sight.unobserve(element);
    for (const element of matches) if (!this.#watched.has(element)) this.#sight.observe(element);
    this.#watched = matches;
  }
}

/** What may leave the frame of what was seen. */
function sightingOf(seen: Found | Missing, near: readonly string[]): Sighting {
  const { status } = seen;
  if (status === 'missing') return { status, refusal: seen.refusal, nearest: near };
  return { status, strategy: seen.strategy, inView: seen.inView, tiny: seen.tiny };
}
