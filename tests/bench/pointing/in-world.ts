import { configure, getByRole, queryByRole } from '@testing-library/dom';
import { driver } from 'driver.js';
import type { LocalAction, LocalStrategy } from '@/utils/domain/orders.ts';
import { enter, type Known, markUpGate } from '@/utils/locator/absorb.ts';
import { openLookout } from '@/utils/locator/lookout.ts';
import { compile, recheck, search } from '@/utils/locator/queries.ts';
import { openRoots } from '@/utils/locator/roots.ts';
import { openRing, type Ring } from '@/utils/ring/ring.ts';

/** What is measured, in the isolated world of the page, as a content script would run it. */

const NAMES = ['User management', 'Benutzerverwaltung', 'Gestion des utilisateurs', 'ユーザー管理'];
const LIGHT: LocalStrategy = { by: 'role', role: 'button', names: NAMES };
const DEEP: LocalStrategy = {
  by: 'role',
  role: 'button',
  names: ['Manage deep', 'Tief verwalten'],
};
const NOWHERE: LocalStrategy = {
  by: 'role',
  role: 'button',
  names: ['Nowhere to be found', 'Nirgends zu finden'],
};

const shadowOf = (element: Element) => element.shadowRoot;
const roots = openRoots(shadowOf);

function known(): Known {
  return {
    queries: [],
    roots,
    shadowOf,
    gate: markUpGate([]),
    onRoot: () => undefined,
    onLarge: () => undefined,
  };
}

/** Enters all shadow roots; to be done once for each page. */
function discover(): number {
  enter(document.querySelectorAll('*'), known());
  return roots.all.size;
}

function coldSearch(strategy: LocalStrategy): number {
  const query = compile(strategy, 'de');
  for (const root of roots.all) search(query, root, roots.tags);
  return query.matches.size;
}

const remembered = compile(LIGHT, 'de');

configure({ throwSuggestions: false });

const quietly = (work: () => unknown) => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** Each returns something so that nothing is optimised away. */
const lookUps: Readonly<Record<string, () => unknown>> = {
  'querySelector by attribute (light)': () => document.querySelector('[data-bench=light]'),
  'Waymark: the remembered control again': () => recheck(remembered),
  'Waymark: cold search, 4 spellings': () => coldSearch(LIGHT),
  'Waymark: cold search, 3 shadow roots deep': () => coldSearch(DEEP),
  'testing-library getByRole (light, 1 name)': () =>
    getByRole(document.body, 'button', { name: NAMES[1] ?? '' }),
  'miss: querySelector by attribute': () => document.querySelector('[data-bench=nowhere]'),
  'miss: Waymark cold search': () => coldSearch(NOWHERE),
  'miss: testing-library queryByRole': () =>
    queryByRole(document.body, 'button', { name: 'Nirgends zu finden' }),
  'miss: testing-library getByRole (throws)': () =>
    quietly(() => getByRole(document.body, 'button', { name: 'Nirgends zu finden' })),
};

/** Median of so many single calls, ms, with some changes of the page before each. */
function time(name: string, runs: number): number {
  const work = lookUps[name] ?? (() => undefined);
  if (name.includes('remembered'))
    for (const root of roots.all) search(remembered, root, roots.tags);
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const rows = document.querySelectorAll('.row');
    for (let change = 0; change < 20; change += 1)
      rows[(run * 31 + change * 7) % rows.length]?.classList.toggle('x');
    // What the page owes for its own changes is nobody's.
    document.body.getBoundingClientRect();
    const from = performance.now();
    work();
    taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

let stop: () => void = () => undefined;

/** Time spent in callbacks of this world, ms; layout that they force is in it. */
let spentMs = 0;

function timed<Args extends unknown[]>(work: (...args: Args) => unknown): (...args: Args) => void {
  return (...args) => {
    const from = performance.now();
    work(...args);
    spentMs += performance.now() - from;
  };
}

function attribute(): void {
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (work) => request(timed(work));
  const { MutationObserver: Records, IntersectionObserver: Sight } = globalThis;
  globalThis.MutationObserver = class extends Records {
    constructor(work: MutationCallback) {
      super(timed(work));
    }
  };
  globalThis.IntersectionObserver = class extends Sight {
    constructor(work: IntersectionObserverCallback, init?: IntersectionObserverInit) {
      super(timed(work), init);
    }
  };
  const port = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    set(work: (event: MessageEvent) => unknown) {
      port?.set?.call(this, timed(work));
    },
  });
}

attribute();

function spent(): number {
  const was = spentMs;
  spentMs = 0;
  return was;
}

function action(strategy: LocalStrategy): LocalAction {
  return {
    id: 'it',
    strategies: [strategy],
    until: 'passed',
    optional: false,
    say: 'Select [it]',
    sayOutOfView: 'Away',
  };
}

function waymark(strategy: LocalStrategy): void {
  let ring: Ring | undefined;
  const lookout = openLookout(shadowOf, ({ pointing }) => {
    ring ??= openRing(() => undefined);
    const room = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    if (!pointing) ring.hide();
    else
      ring.show({
        ...pointing.found,
        label: 'Select [it]',
        outOfView: 'Away',
        room,
        direction: 'ltr',
      });
  });
  lookout.order([action(strategy)], 'de');
  stop = () => lookout.order([], 'de');
}

/** What may be running while the main thread is measured. */
const modes: Readonly<Record<string, () => void>> = {
  'nothing of ours': () => undefined,
  'a bare observer of every root': () => {
    const observer = new MutationObserver(() => undefined);
    for (const root of roots.all)
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    stop = () => observer.disconnect();
  },
  'Waymark, waiting for a control': () => waymark(NOWHERE),
  'Waymark, ring shown': () => waymark(LIGHT),
  'driver.js, highlight shown': () => {
    const shown = driver({ animate: false, overlayOpacity: 0.01 });
    shown.highlight({ element: '#light', popover: { title: 'Select it' } });
    stop = () => shown.destroy();
  },
  'a loop that asks for the box in each frame': () => {
    let isOn = true;
    const step = () => {
      document.querySelector('#light')?.getBoundingClientRect();
      if (isOn) requestAnimationFrame(step);
    };
    step();
    stop = () => {
      isOn = false;
    };
  },
};

function run(mode: string): void {
  stop();
  stop = () => undefined;
  document.querySelector('#light')?.scrollIntoView({ block: 'center' });
  modes[mode]?.();
}

Object.assign(globalThis, {
  bench: { discover, time, run, spent, lookUps: Object.keys(lookUps), modes: Object.keys(modes) },
});
