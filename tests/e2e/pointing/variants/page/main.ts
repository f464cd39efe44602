import { defineComponents } from './components.ts';
import { make } from './site.ts';
import type { Spec } from './spec.ts';
import { buildStructure } from './structures.ts';
import { SET } from './traps.ts';
import { openWatch, type Seen } from './watch.ts';

/** Left, top, right and bottom edge in the frame's viewport, CSS pixels. */
export type Edges = readonly [number, number, number, number];

/** What the tests call in the page's own world. */
export type Scene = Readonly<{
  /** Builds a variant; from its return on every change is somebody else's. */
  build: (spec: Spec) => void;
  /** Puts only a control of that name on the page, as a frame that is kept warm holds it. */
  warm: (spec: Spec) => void;
  /** The page has done something: only what comes after counts. */
  settle: () => void;
  /** Shows or hides one of the page's child frames. */
  showFrame: (nth: number, display: 'block' | 'none') => void;
  /** Takes the variant's next step in time. False: there is none. */
  step: () => boolean;
  /** Edges of the element that the generator noted under a path. */
  edges: (path: string) => Edges | undefined;
  /** Edges of the rings in this frame. */
  rings: () => readonly Edges[];
  /** What the page noticed since its own last step, and how it looked then and looks now. */
  look: () => Readonly<{ seen: Seen; own: string }>;
}>;

function edgesOf(element: Element): Edges {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return [left, top, right, bottom];
}

function openScene(): Scene {
  const places = new Map<string, Element>();
  const watch = openWatch();
  let steps: (() => void)[] = [];
  let own = '';

  const settle = () => {
    watch.reset();
    own = watch.seen().markup;
  };
  const note = (path: string, element: Element) => void places.set(path, element);
  const begin = ({ language, direction }: Spec) => {
    scrollTo(0, 0);
    places.clear();
    Object.assign(document.documentElement, { lang: language, dir: direction });
  };

  defineComponents();
  settle();
  return {
    build: (spec) => {
      begin(spec);
      const { site, arrive } = buildStructure(spec, note);
      const act = SET[spec.trap](site);
      steps = [
        ...(arrive ? [arrive] : []),
        ...(typeof act === 'function' ? [act as () => void] : []),
      ];
      settle();
    },
    warm: (spec) => {
      begin(spec);
      document.body.replaceChildren();
      make({ spec, section: document.body, front: document.body, path: 'warm', note }, 'namesake');
      steps = [];
      settle();
    },
    settle,
    showFrame: (nth, display) => {
      const frame = document.querySelectorAll('iframe')[nth];
      if (frame) frame.style.display = display;
      scrollTo(0, 0);
    },
    step: () => {
      const next = steps.shift();
      next?.();
      if (next) settle();
      return next !== undefined;
    },
    edges: (path) => {
      const element = places.get(path);
      return element?.isConnected ? edgesOf(element) : undefined;
    },
    rings: () => [...document.querySelectorAll('waymark-ring')].map(edgesOf),
    look: () => ({ seen: watch.seen(), own }),
  };
}

Object.assign(globalThis, { scene: openScene() });
