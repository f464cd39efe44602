import { build } from 'esbuild';
import { type Browser, type CDPSession, chromium, type Frame, type Page } from 'playwright-core';
import type { FrameReport, LocalAction, LocalStrategy, Orders } from '@/utils/domain/orders.ts';

export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** A page with our beacon in an isolated world of its top frame, as a content script has it. */
export type Stage = Readonly<{
  page: Page;
  /** Gives the beacon these orders, as the background would. */
  order: (orders: Partial<Orders>) => Promise<void>;
  /** Evaluates in the beacon's world. */
  inside: <T>(expression: string) => Promise<T>;
  /** Messages the beacon has sent, oldest first. */
  sent: (name: string) => Promise<readonly Record<string, unknown>[]>;
  lastReport: () => Promise<FrameReport>;
  ring: () => Promise<Box | null>;
  /** Box of something in the ring's closed shadow root; null when it is not shown. */
  part: (
    selector: string,
    host?: string,
  ) => Promise<(Box & { text: string; side?: string }) | null>;
}>;

/** Stands in for the browser's extension API, and keeps our closed shadow roots for the tests. */
const STUB = `
  globalThis.sent = [];
  globalThis.heard = [];
  globalThis.orders = undefined;
  globalThis.browser = { runtime: {
    id: 'waymark',
    sendMessage: async (message) => { 
      sent.push(message);
      if (message.name === 'equip') equip();
      return (message.name === 'hello' && orders) || null;
    },
    onMessage: { addListener: (hear) => heard.push(hear), removeListener: () => {} },
  } };
  globalThis.ownRoots = {};
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    return (ownRoots[this.localName] = attach.call(this, init));
  };
  globalThis.tell = (message) => heard.forEach((hear) => hear(message));
  globalThis.shownPart = (host, selector) => {
    const part = ownRoots[host]?.querySelector(selector);
    if (!part?.checkVisibility() || !part.isConnected) return null;
    const { x, y, width, height } = part.getBoundingClientRect();
    return { x, y, width, height, text: part.textContent, side: part.dataset.side };
  };
`;

/** Both of our scripts, as a portal's top frame has them. */
const ENTRY = `
  import { startBeacon } from './entrypoints/beacon.content/beacon.ts';
  import dock from './entrypoints/dock.content/index.ts';
  import locator from './entrypoints/locator.content/index.ts';
  globalThis.startBeacon = () => { startBeacon(); dock.main(); };
  globalThis.equip = () => locator.main();
`;

let bundle: Promise<string> | undefined;

function beaconBundle(): Promise<string> {
  bundle ??= build({
    stdin: {
      contents: ENTRY,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    alias: { '@': process.cwd() },
    bundle: true,
    format: 'iife',
    write: false,
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundle;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** Opens a page with this mark-up and puts the beacon into it. */
export async function openStage(browser: Browser, html: string, lang = 'en'): Promise<Stage> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  await page.setContent(
    `<!doctype html><html lang="${lang}"><body style="margin:0">${html}</body></html>`,
  );
  return stageIn(page, page);
}

/** The same in a child frame, which the page shows with these attributes. */
export async function openFrameStage(
  browser: Browser,
  html: string,
  attributes: string,
): Promise<Stage> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  await page.setContent(
    `<body style="margin:0"><iframe name="It.ReactView" ${attributes}></iframe>`,
  );
  const frame = page.frames()[1];
  if (!frame) throw new Error('the page has no child frame');
  await frame.setContent(`<!doctype html><html lang="en"><body>${html}</body></html>`);
  return stageIn(page, frame);
}

async function stageIn(page: Page, frame: Page | Frame): Promise<Stage> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { frame: own } = (frame !== page && frameTree.childFrames?.[0]) || frameTree;
  return stageOf(page, frame, await equipFrame(session, own.id));
}

export type Inside = <T>(expression: string) => Promise<T>;

/** Puts our scripts, not started yet, into an isolated world of a frame. */
export async function equipFrame(session: CDPSession, frameId: string): Promise<Inside> {
  const inside = await isolated(session, frameId);
  await inside(STUB);
  await inside(`(() => { ${await beaconBundle()} })()`);
  return inside;
}

async function isolated(session: CDPSession, frameId: string): Promise<Inside> {
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId,
    worldName: 'waymark',
  });
  return async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

function stageOf(page: Page, frame: Page | Frame, inside: Inside): Stage {
  let isStarted = false;
  const sent = (name: string) =>
    inside<Record<string, unknown>[]>(
      `sent.filter((m) => m.name === '${name}').map((m) => m.request)`,
    );
  return {
    page,
    inside,
    sent,
    order: async (orders) => {
      const whole = JSON.stringify({
        revision: 1,
        actions: [],
        draw: true,
        direction: 'ltr',
        ...orders,
      });
      if (isStarted) await inside(`tell({ waymark: 'orders', orders: ${whole} })`);
      else await inside(`orders = ${whole}; startBeacon(); undefined`);
      isStarted = true;
      await settle(page);
    },
    lastReport: async () => (await sent('report')).at(-1) as unknown as FrameReport,
    ring: async () =>
      (await frame.locator('waymark-ring').count()) === 0
        ? null
        : frame.locator('waymark-ring').evaluate(boxOf),
    part: (selector, host = 'waymark-ring') => inside(`shownPart('${host}', '${selector}')`),
  };
}

function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

/** Lets the beacon have the frames it may take to notice and decide. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 8; frame += 1) await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done, 30));
  });
}

export async function boxFor(page: Page, selector: string): Promise<Box> {
  return page.locator(selector).first().evaluate(boxOf);
}

/** One action with one strategy, for tests that are about something else. */
export function action(
  id: string,
  strategy: LocalStrategy,
  more: Partial<LocalAction> = {},
): LocalAction {
  const words = 'names' in strategy ? strategy.names[0] : id;
  return {
    id,
    strategies: [strategy],
    until: 'passed',
    optional: false,
    say: `Select [${words}]`,
    sayOutOfView: `[${words}] is further away. Bring it into view`,
    ...more,
  };
}

export function button(name: string, ...others: string[]): LocalStrategy {
  return { by: 'role', role: 'button', names: [name, ...others] };
}
