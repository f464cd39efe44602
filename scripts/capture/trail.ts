import type { Frame, Page } from 'playwright-core';
import type { Simulator } from '../../simulator/index.ts';
import type { LabelKey } from '../../simulator/portals/labels/labels.ts';
import type { Look } from './pages.ts';

/** What a walk through one portal works with. */
export type Trail = Readonly<{
  page: Page;
  simulator: Simulator;
  look: Look;
  /** What the portal calls a control. */
  label: (key: LabelKey) => string;
  /** Opens an address, signing in where asked. */
  open: (url: string) => Promise<void>;
  /** Saves the page, or a frame of it, under the name that locators know it by. */
  save: (name: string, frame?: Frame) => Promise<void>;
}>;
