import type { Until } from './guide.ts';
import type { AriaRole, Sighting, StableAttribute } from './locator.ts';

/** A strategy ready for one page: names in all spellings that this page's language may show. */
export type LocalStrategy =
  | Readonly<{ by: 'role'; role: AriaRole; names: readonly string[] }>
  | Readonly<{
      by: 'relation';
      role: AriaRole;
      names: readonly string[];
      within: readonly string[];
    }>
  | Readonly<{ by: 'attribute'; attribute: StableAttribute; value: string }>
  | Readonly<{ by: 'href'; contains: string }>
  | Readonly<{ by: 'css'; selector: string }>;

/** One action as the beacon gets it. */
export type LocalAction = Readonly<{
  id: string;
  strategies: readonly LocalStrategy[];
  until: Until;
  optional: boolean;
  pane?: string;
  /** Has served while one of these is on the page. */
  servedBy?: readonly LocalStrategy[];
  /** With `until: 'changed'`: what the control says while nothing is chosen. */
  from?: readonly string[];
  /** The ring's label in the reader's language; parts in [brackets] are control labels. */
  say: string;
  /** The edge arrow's words when the control is out of view. */
  sayOutOfView: string;
}>;

/** What a frame is to do. Absent actions: nothing; the beacon then observes nothing. */
export type Orders = Readonly<{
  /** Grows with every change; a report names the orders it answers. */
  revision: number;
  /** Actions that belong to this frame's page, in order. Empty: idle. */
  actions: readonly LocalAction[];
  /**
   * This frame may draw the ring as soon as it has decided. `false`: it only reports, because the
   * account or tenant of the page is wrong or unknown, or another frame holds the target.
   */
  draw: boolean;
  /** Direction of our own words. */
  direction: 'ltr' | 'rtl';
  /** Top frame only: the panel's host element. */
  panel?: PanelOrders;
  /** Top frame only: a child frame has something to do; say which of them cannot be seen. */
  frames?: true;
  /**
   * Compare the account a page shows with these (lower-case SHA-256 hex of the lower-case sign-in
   * name); answered with one word, never with what was seen.
   */
  expectAccount?: string;
}>;

export type PanelOrders = Readonly<{
  /** `hidden`: nothing in the page. `chip`: the slim tab. `open`: the panel. */
  show: 'hidden' | 'chip' | 'open';
  side: 'left' | 'right';
  /** What the chip says: accessible name, number, mark and one letter a step. */
  chip: ChipView;
  /** What the panel says while a dialog of the page takes every click. */
  behind: string;
  /** Address of `panel.html` for this installation. */
  url: string;
}>;

export type ChipView = Readonly<{
  label: string;
  /** `4/13`, a countdown, or empty. */
  text: string;
  mark: 'none' | 'done' | 'not-done' | 'in-progress' | 'cannot-tell' | 'regressed';
  /** Per step: `g` proved by Graph, `y` stated by the admin, `r` regressed, `w` waiting, `-` other. */
  trail: string;
}>;

/** What a frame decided, after each change: which action it points at, or why none. */
export type FrameReport = Readonly<{
  revision: number;
  /** The action the frame points at (or would, without `draw`). */
  pointing?:
    | Readonly<{
        actionId: string;
        inView: boolean;
        tiny: boolean;
        /** Which of the action's strategies found it, from 0; for the maintainer. */
        strategy?: number | undefined;
        /** Sides of a child frame that the control is so near to that a docked panel may hide it. */
        near?: 'left' | 'right' | 'both' | undefined;
      }>
    | undefined;
  /** Without `pointing`: how each action was seen, for words and for the diagnostics view. */
  sightings: readonly Readonly<{ actionId: string; sighting: Sighting }>[];
  /** The frame can be seen (a pre-warmed Entra frame cannot). */
  visible: boolean;
  account?: 'same' | 'other' | 'unknown' | undefined;
}>;
