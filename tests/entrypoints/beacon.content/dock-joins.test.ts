// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parts } from '@/entrypoints/beacon.content/parts.ts';
import type { LocalAction, Orders, PanelOrders } from '@/utils/domain/orders.ts';

const watch = vi.hoisted(() => vi.fn());
vi.mock('@/utils/panel-host/child-frames.ts', () => ({
  hiddenFrames: () => [],
  openFrameWatch: () => watch,
}));

/**
 * The two scripts of a top frame, in a browser that runs them as far apart as it likes: Firefox
 * compiles each by itself, and orders may come between the two.
 */

const PANEL: PanelOrders = {
  show: 'chip',
  side: 'right',
  url: 'moz-extension://waymark/panel.html',
  behind: '',
  chip: { label: 'Open Waymark', text: '', mark: 'none', trail: '' },
};
const ORDERS: Orders = { revision: 1, actions: [], draw: false, direction: 'ltr', panel: PANEL };

const ACTION: LocalAction = {
  id: 'press',
  strategies: [],
  until: 'passed',
  optional: false,
  say: 'Press',
  sayOutOfView: 'Press. Scroll to it',
};

const sendMessage = vi.fn();
let answerHello: (orders: Orders) => void;

beforeEach(() => {
  vi.resetModules();
  // Looks at the page's panes come later than these tests.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  sendMessage.mockImplementation(async ({ name }: { name: string }) =>
    name === 'hello' ? new Promise((resolve) => (answerHello = resolve)) : null,
  );
  const onMessage = { addListener: vi.fn() };
  vi.stubGlobal('chrome', { runtime: { id: 'waymark', sendMessage, onMessage } });
});
afterEach(() => {
  parts().beacon?.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.clearAllMocks();
  document.querySelector('waymark-panel')?.remove();
  Reflect.deleteProperty(globalThis, Symbol.for('waymark'));
});

async function run(script: 'beacon' | 'dock'): Promise<void> {
  const { default: content } = await import(`@/entrypoints/${script}.content/index.ts`);
  content.main();
}

async function order(orders: Orders): Promise<void> {
  answerHello(orders);
  await vi.advanceTimersByTimeAsync(0);
}

function shown(): (string | null)[] {
  const panels = [...document.querySelectorAll('waymark-panel')];
  return panels.map((panel) => panel.getAttribute('data-show'));
}

test('a dock that is there before the orders shows what they say', async () => {
  await run('beacon');
  await run('dock');
  expect(shown()).toEqual([]);
  await order(ORDERS);

  expect(shown()).toEqual(['chip']);
});

test('a dock that joins after the orders shows what they said', async () => {
  await run('beacon');
  await order(ORDERS);
  await run('dock');

  expect(shown()).toEqual(['chip']);
});

test('a dock that runs before the beacon shows the same, when the page has been parsed', async () => {
  await run('dock');
  await run('beacon');
  await order(ORDERS);
  expect(shown()).toEqual([]);
  dispatchEvent(new Event('DOMContentLoaded'));

  expect(shown()).toEqual(['chip']);
});

test('a page that is still coming has its panel, and is not searched', async () => {
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
  await run('beacon');
  await run('dock');
  await order({ ...ORDERS, actions: [ACTION], frames: true });

  expect(shown()).toEqual(['chip']);
  expect(watch).not.toHaveBeenCalled();
  expect(sendMessage).not.toHaveBeenCalledWith(expect.objectContaining({ name: 'equip' }));

  vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
  dispatchEvent(new Event('DOMContentLoaded'));
  expect(watch).toHaveBeenLastCalledWith(expect.any(Function));
  expect(sendMessage).toHaveBeenCalledWith(expect.objectContaining({ name: 'equip' }));
});

test('a dock that takes the place of an older one shows the same, once', async () => {
  await run('beacon');
  await run('dock');
  await order(ORDERS);
  await run('dock');

  expect(shown()).toEqual(['chip']);
});

test('a dock that joins after the orders watches the child frames they are about', async () => {
  await run('beacon');
  await order({ ...ORDERS, frames: true });
  await run('dock');

  expect(watch).toHaveBeenLastCalledWith(expect.any(Function));
});
