import { driver } from 'driver.js';
import type { LocalAction, LocalStrategy } from '@/utils/domain/orders.ts';
import { openLookout } from '@/utils/locator/lookout.ts';
import { openRing, type Ring } from '@/utils/ring/ring.ts';
import { roots, shadowOf } from './look-ups.ts';
import { noting } from './spent.ts';
import { DEEP, LIGHT, NAMES_NOWHERE, NOWHERE } from './wanted.ts';

/** A mode starts at once and returns what ends it. */
type Mode = () => () => void;

/** What `npm install` brought into the scratch folder; see `peers.ts`. */
type Peers = Readonly<{
  autoUpdate: (target: Element, box: Element, work: () => void, how: object) => () => void;
  shepherd: (target: string) => () => void;
  introJs: (target: string) => () => void;
}>;

const peers = () => (globalThis as unknown as { peers: Peers }).peers;

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

/** Finding and ringing as the beacon joins them. */
const waymark =
  (strategy: LocalStrategy): Mode =>
  () => {
    let ring: Ring | undefined;
    const lookout = openLookout(shadowOf, ({ pointing }) => {
      ring ??= openRing(() => undefined);
      const room = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      const words = { label: 'Select [it]', outOfView: 'Away', direction: 'ltr' };
      if (pointing) ring.show({ ...pointing.found, ...words, room });
      else ring.hide();
    });
    noting(() => lookout.order([action(strategy)], 'de'));
    return () => lookout.order([], 'de');
  };

/** The ring alone, on a control that is known, as driver.js is given one. */
function ringAlone(): () => void {
  const light = document.querySelector('#light') as HTMLElement;
  const ring = openRing(() => undefined);
  const room = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const control = { element: light, parts: [light], captions: [], shown: true };
  const words = { label: 'Select [it]', outOfView: 'Away', direction: 'ltr' };
  noting(() => ring.show({ control, inView: true, tiny: false, ...words, room }));
  return ring.hide;
}

function box(): HTMLElement {
  const own = document.createElement('waymark-box');
  own.className = 'box';
  document.documentElement.append(own);
  return own;
}

function putAt(own: HTMLElement, target: Element | null): void {
  if (!target) return;
  const { left, top, width, height } = target.getBoundingClientRect();
  own.style.cssText = `left:${left - 5}px;top:${top - 5}px;width:${width + 10}px;height:${height + 10}px`;
}

function looping(): () => void {
  const own = box();
  let isOn = true;
  const step = () => {
    putAt(own, document.querySelector('#light'));
    if (isOn) requestAnimationFrame(step);
  };
  step();
  return () => {
    isOn = false;
    own.remove();
  };
}

function floatingAt(target: Element): () => void {
  const own = box();
  const end = peers().autoUpdate(target, own, () => putAt(own, target), { animationFrame: true });
  return () => {
    end();
    own.remove();
  };
}

const light = () => document.querySelector('#light') as Element;

/** How often somebody looks, at no cost of its own, whether there is a new control to give. */
const GIVE_MS = 20;

/** Whoever calls it finds each new control for it. */
function floatingGiven(): () => void {
  let target = light();
  let end = floatingAt(target);
  const timer = setInterval(() => {
    if (target.isConnected) return;
    end();
    target = light();
    end = floatingAt(target);
  }, GIVE_MS);
  return () => {
    clearInterval(timer);
    end();
  };
}

function observing(work: () => unknown): () => void {
  const observer = new MutationObserver(work);
  for (const root of roots.all) {
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  }
  return () => observer.disconnect();
}

function polling(): () => void {
  const own = box();
  const timer = setInterval(() => noting(() => putAt(own, document.querySelector('#light'))), 500);
  return () => {
    clearInterval(timer);
    own.remove();
  };
}

function driverJs(element: string, options: object): () => void {
  const shown = driver({ animate: false, overlayColor: '#0ff', overlayOpacity: 0.5, ...options });
  noting(() => shown.highlight({ element }));
  return () => shown.destroy();
}

/** What somebody would ask for who looks for one control, called by its label, in four languages. */
const FOUR = NAMES_NOWHERE.map((name) => `[aria-label="${name}"]`);

/** What may be running while something is measured. */
const modes: Readonly<Record<string, Mode>> = {
  'nothing of ours': () => () => undefined,
  'a bare observer of every root': () => observing(() => undefined),
  'an observer that asks for an attribute nothing else has': () =>
    observing(() => document.querySelector('[data-bench=nowhere]')),
  'an observer that asks for one label': () =>
    observing(() => document.querySelector(FOUR[0] ?? '')),
  'an observer that asks every root for four labels': () =>
    observing(() => [...roots.all].flatMap((root) => FOUR.map((at) => root.querySelector(at)))),
  'Waymark, waiting for a control': waymark(NOWHERE),
  'Waymark, ring shown': waymark(LIGHT),
  'Waymark, the ring alone': ringAlone,
  'Waymark, ring shown 3 shadow roots deep': waymark(DEEP),
  'driver.js, highlight shown': () => driverJs('#light', {}),
  'driver.js, waiting for an element': () => driverJs('#light', { waitForElement: 60_000 }),
  'driver.js, waiting in vain': () => driverJs('#nowhere', { waitForElement: 60_000 }),
  'shepherd.js, overlay shown': () => noting(() => peers().shepherd('#light')),
  'intro.js, highlight shown': () => noting(() => peers().introJs('#light')),
  'floating-ui, each frame': () => floatingAt(light()),
  'floating-ui, each frame, given each new control': floatingGiven,
  'a loop that asks for the box in each frame': looping,
  'asking every 500 ms': polling,
};

export const names = Object.keys(modes);

let stop: () => void = () => undefined;

/** Ends what was running and starts this. */
export function run(mode: string): void {
  stop();
  stop = (modes[mode] ?? (() => () => undefined))();
}
