import { prefixedControl } from './components.ts';
import { el, type Look, plainControl } from './controls.ts';
import type { Spec } from './spec.ts';

/** Where a variant is being built. */
export type Site = Readonly<{
  spec: Spec;
  /** Where controls go. */
  section: HTMLElement;
  /** The page, or the dialog in front of it: where overlays go. */
  front: HTMLElement;
  /** Path of the section. */
  path: string;
  /** Notes which element a path names, for the truth to be looked up; nothing of it is on the page. */
  note: (path: string, element: Element) => void;
}>;

export type Making = Partial<Look> & Readonly<{ into?: Element; at?: string }>;

/** Puts a control on the page and notes it under its path. */
export function make(site: Site, leaf: string, { into, at, ...look }: Making = {}): HTMLElement {
  const { spec, section, path, note } = site;
  const whole = { role: spec.role, label: spec.label, ...look };
  const build = spec.structure === 'prefixed-tags' ? prefixedControl : plainControl;
  const made = build(whole);
  (into ?? section).append(made.whole);
  note(`${at ?? path}/${leaf}`, made.control);
  return made.whole;
}

/** The control that is meant, as the page has it. */
export function makeControl(site: Site, making: Making = {}): HTMLElement {
  return make(site, 'control', { key: site.spec.key, ...making });
}

/** A part of the page with a style of its own, for controls to go into. */
export function box(
  site: Site,
  style: string,
  attributes: Record<string, string> = {},
): HTMLElement {
  const element = el('div', { style, ...attributes });
  site.section.append(element);
  return element;
}
