// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Control } from '@/utils/locator/control.ts';
import { follow } from '@/utils/ring/follow.ts';
import { openRing, type Spot } from '@/utils/ring/ring.ts';

const frames: FrameRequestCallback[] = [];
const nextFrame = () => {
  for (const frame of frames.splice(0)) frame(0);
};

/** As long as a message within the process takes. */
const afterNextFrame = async () => {
  await Promise.resolve();
  nextFrame();
  await new Promise((done) => setTimeout(done, 20));
};

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
});
afterEach(() => {
  frames.length = 0;
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function buttonAt(left: number): HTMLElement {
  const button = document.createElement('button');
  button.getBoundingClientRect = () => new DOMRect(left, 20, 80, 32);
  document.body.append(button);
  return button;
}

test('following copies the box of what it follows', () => {
  const own = document.createElement('div');
  const button = buttonAt(10);

  follow([[own, () => button]], new AbortController().signal);

  expect(own.style.getPropertyValue('--wl')).toBe('10px');
});

test('a frame that was asked for before following ended writes nothing after it', () => {
  const own = document.createElement('div');
  const end = new AbortController();
  follow([[own, () => buttonAt(10)]], end.signal);

  end.abort();
  own.removeAttribute('style');
  nextFrame();

  expect(own.getAttribute('style')).toBeNull();
});

test('neither ring nor label keeps the place of the control before', async () => {
  const shown: HTMLElement[] = [];
  vi.spyOn(HTMLElement.prototype, 'matches').mockReturnValue(false);
  vi.stubGlobal('ResizeObserver', LaidOut);
  HTMLElement.prototype.hidePopover = () => undefined;
  HTMLElement.prototype.showPopover = function () {
    shown.push(this);
  };
  const ring = openRing(() => undefined);
  const spot = (element: HTMLElement): Spot => ({
    control: { element, parts: [], captions: [] } as unknown as Control,
    label: 'Select [Save]',
    outOfView: '',
    inView: true,
    tiny: false,
    room: new DOMRect(0, 0, 800, 600),
    direction: 'ltr',
  });

  // Nothing is laid out here, so the ring seems astray and is made to follow.
  ring.show(spot(buttonAt(10)));
  await afterNextFrame();
  const [label, host] = shown;
  expect(label?.style.getPropertyValue('--wl')).toBe('10px');
  const written = vi.fn();
  for (const part of [host, label]) {
    if (part) part.style.setProperty = written;
  }
  ring.show(spot(buttonAt(400)));
  await afterNextFrame();
  vi.restoreAllMocks();

  expect(written).toHaveBeenCalledWith('--wl', '400px');
  expect(host?.style.getPropertyValue('--wl')).toBe('');
  expect(label?.style.getPropertyValue('--wl')).toBe('');
});

/** Calls back as the browser does when something begins to be observed, after layout. */
class LaidOut {
  readonly observe: () => void;
  constructor(work: () => void) {
    this.observe = () => queueMicrotask(work);
  }
  disconnect() {}
}
