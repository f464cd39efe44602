import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { insteadOf, withoutCuts } from '../../../scripts/lib/lean-scripts.ts';
import { PEER_MODULES, PEERS, peerStyles } from './peers.ts';

export type Bench = Readonly<{
  page: Page;
  session: CDPSession;
  /** Evaluates in the world where our code runs. */
  inside: <T>(expression: string) => Promise<T>;
  /** Evaluates in the page's own world. */
  outside: <T>(expression: string) => Promise<T>;
  /** Ends what was running in our world and starts a mode. */
  run: (mode: string) => Promise<void>;
}>;

export type Size = Readonly<{ width: number; height: number }>;

const ORDINARY: Size = { width: 1200, height: 800 };

const HTML = `<!doctype html><html lang="de"><style>
  .cell,.row div{display:inline-block}.row{display:block;padding:2px}.on{background:#eef}.x{color:#333}button{padding:4px 10px}
</style><body></body></html>`;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** A generated page of about so many nodes; isolated, so that its clock ticks every 5 µs. */
export async function openBench(browser: Browser, nodes: number, size = ORDINARY): Promise<Bench> {
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
  await page.route('https://bench.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
      body: HTML,
    }),
  );
  await page.goto('https://bench.test/');
  await page.addStyleTag({ content: await peerStyles() });
  const session = await page.context().newCDPSession(page);
  const inside = await isolatedWorld(session);
  const outside = <T>(expression: string) => page.evaluate(expression) as Promise<T>;
  await outside(
    await bundle(
      "import { installPage } from './tests/bench/pointing/generated-page.ts'; installPage();",
    ),
  );
  await outside(`generated.build(${nodes})`);
  await inside(await bundle(`import './tests/bench/pointing/in-world/index.ts';${PEERS}`));
  await inside('bench.enterAll()');
  return { page, session, inside, outside, run: (mode) => run(inside, mode) };
}

async function run(inside: Bench['inside'], mode: string): Promise<void> {
  await inside(`document.querySelector('#light')?.scrollIntoView({ block: 'center' });
    bench.run(${JSON.stringify(mode)})`);
}

async function isolatedWorld(session: CDPSession): Promise<Bench['inside']> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  return async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value;
  };
}

const bundles = new Map<string, Promise<string>>();

function bundle(contents: string): Promise<string> {
  const known = bundles.get(contents) ?? bundleAnew(contents);
  bundles.set(contents, known);
  return known;
}

/** The library that computes names is measured as the build ships it. */
const AS_SHIPPED: Plugin = {
  name: 'as-shipped',
  setup: ({ onLoad }) =>
    onLoad({ filter: /dom-accessibility-api.dist.*\.mjs$/ }, async ({ path }) => {
      // testing-library brings its own.
      if (path.includes('@testing-library')) return undefined;
      const code = await readFile(path, 'utf8');
      return { contents: insteadOf(path) ?? withoutCuts(path, code) ?? code };
    }),
};

async function bundleAnew(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    alias: { '@': process.cwd() },
    nodePaths: [PEER_MODULES],
    bundle: true,
    format: 'iife',
    write: false,
    plugins: [AS_SHIPPED],
    define: { 'process.env': '{}', 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

/** The value below which so large a part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Mean of the middle half: of three values that is the one in the middle. */
export function middleMean(values: readonly number[]): number {
  const least = Math.floor(values.length / 4 + 0.5);
  const middle = values.toSorted((a, b) => a - b).slice(least, values.length - least);
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}

export function quoted(text: string): string {
  return JSON.stringify(text);
}
