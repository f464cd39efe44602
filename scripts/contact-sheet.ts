/**
 * Draws every state of the panel in every theme, width and language, looks for accessibility
 * faults in each, and lays the pictures out on sheets: `npm run pictures [set…]`.
 * Needs CHROMIUM or /usr/bin/chromium. Writes to artifacts/pictures/.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { type Picture, SETS } from './pictures/sets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = path.join(root, 'scripts', 'pictures');
const artifacts = path.join(root, 'artifacts', 'pictures');
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const HEIGHT_PX = 940;
const PER_SHEET = 10;
const PAGES = ['index', 'options', 'report'];

type Fault = Readonly<{ picture: string; rule: string; where: string }>;

async function serve(): Promise<Readonly<{ url: string; stop: () => Promise<void> }>> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'waymark-pictures-'));
  const config = {
    root: pictures,
    configFile: false as const,
    logLevel: 'error' as const,
    publicDir: false as const,
    plugins: [preact()],
    resolve: { alias: { '@': root.replace(/\/$/, '') } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      rollupOptions: { input: PAGES.map((page) => path.join(pictures, `${page}.html`)) },
    },
  };
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  const { port } = server.httpServer.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}

async function faultsOf(page: Page, picture: Picture): Promise<Fault[]> {
  const sideways = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.body')].some(
      (one) => one.scrollWidth > one.clientWidth,
    ),
  );
  await page.addScriptTag({ path: axePath });
  const found = await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window, untyped.
    const results = await (window as any).axe.run(document, {
      resultTypes: ['violations'],
    });
    return results.violations.flatMap((rule: { id: string; nodes: { html: string }[] }) =>
      rule.nodes.map((node) => ({ rule: rule.id, where: node.html.slice(0, 160) })),
    ) as { rule: string; where: string }[];
  });
  const faults = found.map((fault) => ({ picture: picture.name, ...fault }));
  return sideways
    ? [...faults, { picture: picture.name, rule: 'scrolls-sideways', where: 'html' }]
    : faults;
}

async function draw(
  browser: Browser,
  url: string,
  picture: Picture,
): Promise<Readonly<{ png: Buffer; faults: Fault[] }>> {
  const page = await browser.newPage({
    viewport: { width: picture.widthPx, height: HEIGHT_PX },
    ...(picture.forced ? { forcedColors: 'active' as const } : {}),
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  await page.goto(`${url}${picture.page ?? 'index'}.html?${picture.query}`);
  await page.waitForSelector('html[data-ready]', { timeout: 10_000 });
  const png = await page.screenshot({ fullPage: picture.page !== undefined });
  const faults = await faultsOf(page, picture);
  await page.close();
  return { png, faults };
}

async function sheet(browser: Browser, name: string, drawn: readonly Drawn[]): Promise<void> {
  const figures = drawn.map(
    ({ picture, png }) =>
      `<figure><figcaption>${picture.name}</figcaption><img width="${picture.widthPx * 0.76}" src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  await page.setContent(
    `<style>body{margin:0;padding:24px;background:#cfd6d3;font:600 13px/18px sans-serif}main{display:flex;flex-wrap:wrap;gap:20px 18px;align-items:flex-start}figure{margin:0}img{display:block;border-radius:6px;margin-block-start:6px}</style><main>${figures.join('')}</main>`,
  );
  await page.screenshot({ path: path.join(artifacts, `${name}.png`), fullPage: true });
  await page.close();
}

type Drawn = Readonly<{ picture: Picture; png: Buffer }>;

/** Draws one set and lays it out; a whole page gets a sheet of its own. */
async function drawSet(browser: Browser, url: string, name: string): Promise<Fault[]> {
  const drawn: Drawn[] = [];
  const faults: Fault[] = [];
  for (const picture of SETS[name] ?? []) {
    const one = await draw(browser, url, picture);
    drawn.push({ picture, png: one.png });
    faults.push(...one.faults.map((fault) => ({ ...fault, picture: `${name}: ${picture.name}` })));
  }
  const perSheet = drawn.some(({ picture }) => picture.page) ? 1 : PER_SHEET;
  for (let from = 0; from < drawn.length; from += perSheet) {
    const number = from / perSheet + 1;
    await sheet(browser, `${name}-${number}`, drawn.slice(from, from + perSheet));
  }
  return faults;
}

async function main(wanted: readonly string[]): Promise<void> {
  await mkdir(artifacts, { recursive: true });
  const { url, stop } = await serve();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const names = wanted.length > 0 ? wanted : Object.keys(SETS);
  const faults: Fault[] = [];
  for (const name of names) faults.push(...(await drawSet(browser, url, name)));
  await browser.close();
  await stop();
  const count = names.reduce((sum, name) => sum + (SETS[name]?.length ?? 0), 0);
  await writeFile(path.join(artifacts, 'faults.json'), `${JSON.stringify(faults, null, 2)}\n`);
  console.log(`${count} pictures in ${artifacts}, ${faults.length} faults.`);
  for (const fault of faults.slice(0, 30)) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
}

await main(process.argv.slice(2));
