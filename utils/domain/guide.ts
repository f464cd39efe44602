import type { Locator, Strategy } from './locator.ts';

/** `<portal id>/<page id>`, as declared in `portals/`. */
export type PageId = `${string}/${string}`;

/** Who acts: the administrator at the keyboard, or the integration account in another window. */
export type Actor = 'admin' | 'integration-account';

/**
 * How it is seen on the page that an action has been carried out. `passed`: a later action of the
 * same page can be located, so this one has served. The others read the control's own state.
 */
export type Until =
  | 'passed'
  | 'ticked'
  | 'filled'
  | 'selected'
  | 'expanded'
  | 'pressed'
  | 'changed'
  | 'gone';

/** One thing to do on one portal page on the way to a step's truth. */
export type Action = Readonly<{
  /** Unique in its step. */
  id: string;
  page: PageId;
  target: Locator;
  /** What the ring's label says. Control labels stand in [brackets]. */
  say: string;
  until: Until;
  /** Later actions may be pointed at although this control cannot be found. */
  optional?: true;
  /**
   * Using it sends the change to Microsoft. Only then is it worth looking again, and only then may
   * "not there yet" be the directory's lag.
   */
  commits?: true;
  /** Still to be done after the change was sent, while the directory is waited for. */
  afterCommit?: true;
  /**
   * Offered only while the verdict names this page as the place of the fix: the page shows the
   * control as well when there is nothing to change.
   */
  onlyAsFix?: true;
  /** With `until: 'changed'`: what it says while nothing is chosen, as on the English page. */
  from?: readonly [string, ...string[]];
  /**
   * Controls in a pane and the one that opens it (`until: 'changed'`) carry the same name: while a
   * control of the pane is there, the opener has served.
   */
  pane?: string;
  /**
   * Has served as well while one of these is on the page: what was chosen, or a later stage that
   * shows nothing of this one. With `until: 'passed'` it has served only then.
   */
  servedBy?: readonly [Strategy, ...Strategy[]];
}>;

/** How the step is known to be done. */
export type Known =
  | Readonly<{ by: 'graph'; check: string }>
  /** Graph is blind: the administrator's word, with what exactly is stated and why Graph can't see it. */
  | Readonly<{ by: 'admin'; statement: string; because: string }>
  | Readonly<{ by: 'answer'; question: string }>;

/** Where public sources contradict each other: shown on the step, the newest followed. */
export type Contradiction = Readonly<{
  topic: string;
  followed: string;
  other: string;
}>;

export type Step = Readonly<{
  id: string;
  title: string;
  /** The next action in one sentence. Control labels stand in [brackets]. */
  next: string;
  why: string;
  /** Where, in the portal's own words: `Partner Center › Account settings › User management`. */
  where: string;
  /** What it often is when the step is not done although it was tried. */
  oftenThis?: string;
  weight: 'required' | 'recommended' | 'information';
  actor: Actor;
  known: Known;
  /** Offered beside `known` when Graph cannot tell: the administrator's word, never shown as Graph's. */
  attestable?: Readonly<{ statement: string; because: string }>;
  /** The page of the step, where its work begins. */
  page?: PageId;
  /** From far to near. Empty: words only. */
  actions: readonly Action[];
  contradictions?: readonly Contradiction[];
  /** Tiers for which the step applies; absent: all. */
  tiers?: readonly ('direct' | 'indirect')[];
}>;

/** What only the administrator knows, asked before the steps that need it. */
export type Question =
  | Readonly<{
      id: 'partnerTier';
      kind: 'choice';
      text: string;
      why: string;
      choices: readonly Readonly<{ value: 'direct' | 'indirect'; label: string }>[];
    }>
  | Readonly<{
      id: 'integrationAccount';
      kind: 'sign-in-name';
      text: string;
      why: string;
      hint: string;
    }>;

export type Guide = Readonly<{
  /** Equals the folder name. */
  id: string;
  title: string;
  /** One sentence: what is true at the end. */
  purpose: string;
  /** Grows with every change of the steps, so that a report names what it was judged by. */
  version: number;
  minutes: number;
  questions: readonly Question[];
  steps: readonly [Step, ...Step[]];
}>;

/** Identity at run time; at compile time, keeps a guide to its shape. */
export function defineGuide(guide: Guide): Guide {
  return guide;
}
