import type { Frame, Page } from 'playwright-core';
import type { Simulator } from '../../simulator/index.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import type { OpenBrowser, Profile } from './browser.ts';
import type { Film } from './film.ts';

export type WalkOptions = Readonly<{
  simulator: Simulator;
  scenario: Scenario;
  theme: 'light' | 'dark';
  folder: string;
  /** Which browser; Chromium when absent. */
  open?: OpenBrowser;
  /** File for the browser's own record of the administrator's requests. */
  netLog?: string;
  /** Sees each page at the moments of which pictures are taken; tests send one. */
  witness?: Witness;
}>;

/** Looks at what the administrator's browser shows, and changes nothing. */
export type Witness = Readonly<{
  see: (page: Page) => Promise<void>;
  /** Called when all is done, with the portal's tab and the panel in it. */
  end: (page: Page, panel: Frame) => Promise<void>;
}>;

/** What every part of the walk works with. */
export type Walk = Readonly<{
  simulator: Simulator;
  scenario: Scenario;
  theme: 'light' | 'dark';
  /** Takes the pictures; tests put something else in its place. */
  film: Pick<Film, 'take'>;
  /** Opens another profile of the same browser. */
  open: OpenBrowser;
  admin: Profile;
  /** The administrator's portal tab. */
  page: Page;
  /** The panel docked in that tab; it is another frame after each full page load. */
  panel: () => Promise<Frame>;
  note: (text: string) => void;
}>;
