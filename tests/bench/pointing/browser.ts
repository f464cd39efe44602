import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';

export type Bench = Readonly<{
  page: Page;
  session: CDPSession;
  /** Evaluates in the world where our code runs. */
  inside: <T>(expression: string) => Promise<T>;
  /** Evaluates in the page's own world. */
  outside: <T>(expression: string) => Promise<T>;
}>;

const HTML = `<!doctype html><html lang="de"><style>
  .cell,.row div{display:inline-block}.row{display:block;padding:2px}.on{background:#eef}.x{color:#333}button{padding:4px 10px}
</style><body></body></html>`;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** A generated page of about so many nodes; isolated, so that its clock ticks every 5 µs. */
export async function openBench(browser: Browser, nodes: number): Promise<Bench> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
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
  await page.addStyleTag({
    content: readFileSync('node_modules/driver.js/dist/driver.css', 'utf8'),
  });
  const session = await page.context().newCDPSession(page);
  const inside = await isolatedWorld(session);
  const outside = <T>(expression: string) => page.evaluate(expression) as Promise<T>;
  await outside(
    await bundle(
      "import { installPage } from './tests/bench/pointing/generated-page.ts'; installPage();",
    ),
  );
  await outside(`generated.build(${nodes})`);
  await inside(await bundle("import './tests/bench/pointing/in-world.ts';"));
  return { page, session, inside, outside };
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

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    alias: { '@': process.cwd() },
    bundle: true,
    format: 'iife',
    write: false,
    define: { 'process.env': '{}' },
  });
  return outputFiles[0]?.text ?? '';
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
