/**
 * Draws every state of panel, options, report and diagnostics in every theme, width and language,
 * looks for accessibility faults in each, and lays the pictures out on sheets:
 * `npm run pictures [set…]`. Needs CHROMIUM or /usr/bin/chromium. Writes to artifacts/pictures/;
 * the set `docs` also plays the walk, and writes the pictures of the documentation to docs/pictures/.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { walkPictures } from './pictures/documents.ts';
import { type Fault, faultsOf, openPicture } from './pictures/look.ts';
import { servePictures } from './pictures/serve.ts';
import { type Picture, SETS } from './pictures/sets.ts';
import { chromiumPath } from './start/browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const artifacts = path.join(root, 'artifacts', 'pictures');
const documents = path.join(root, 'docs', 'pictures');

const PER_SHEET = 10;
const PAGES_PER_SHEET = 4;

type Drawn = Readonly<{ picture: Picture; png: Buffer }>;

/** Takes pictures in one page for as long as only the state of the panel differs: loading takes longest. */
class Camera {
  #browser: Browser;
  #url: string;
  #page: Page | undefined;
  #place = '';

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  async take(picture: Picture): Promise<Readonly<{ png: Buffer; faults: readonly Fault[] }>> {
    const page = await this.#open(picture);
    const png = await page.screenshot({ fullPage: picture.page !== undefined });
    return { png, faults: await faultsOf(page, picture.name) };
  }

  async close(): Promise<void> {
    await this.#page?.close();
    this.#page = undefined;
  }

  async #open(picture: Picture): Promise<Page> {
    const query = new URLSearchParams(picture.query);
    const view = query.get('view') ?? '';
    query.delete('view');
    const place = `${picture.page ?? ''} ${query} ${picture.widthPx} ${picture.forced ?? ''}`;
    const isSame = place === this.#place && !picture.page && !query.has('open');
    if (this.#page && isSame) {
      await this.#page.evaluate((name) => window.openView?.(name), view);
      return this.#page;
    }
    await this.close();
    this.#page = await openPicture(this.#browser, this.#url, picture);
    this.#place = place;
    return this.#page;
  }
}

async function sheet(browser: Browser, file: string, drawn: readonly Drawn[]): Promise<void> {
  const figures = drawn.map(
    ({ picture, png }) =>
      `<figure><figcaption>${picture.name}</figcaption><img width="${picture.widthPx * 0.76}" src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  const page = await browser.newPage({ viewport: { width: 1500, height: 100 } });
  await page.setContent(
    `<style>body{margin:0;padding:24px;background:#cfd6d3;font:600 13px/18px sans-serif}main{display:flex;flex-wrap:wrap;gap:20px 18px;align-items:flex-start}figure{margin:0}img{display:block;border-radius:6px;margin-block-start:6px}</style><main>${figures.join('')}</main>`,
  );
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

function inGroups<Value>(all: readonly Value[], size: number): (readonly Value[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}

/** Draws one set and lays it out, whole pages apart from panels. */
async function drawSet(browser: Browser, url: string, name: string): Promise<readonly Fault[]> {
  const drawn: Drawn[] = [];
  const faults: Fault[] = [];
  const camera = new Camera(browser, url);
  for (const picture of SETS[name] ?? []) {
    const one = await camera.take(picture);
    drawn.push({ picture, png: one.png });
    faults.push(...one.faults.map((fault) => ({ ...fault, picture: `${name}: ${picture.name}` })));
  }
  if (name === 'docs') await sheet(browser, path.join(documents, 'panel-states.png'), drawn);
  await camera.close();
  const panels = drawn.filter(({ picture }) => !picture.page);
  const pages = drawn.filter(({ picture }) => picture.page);
  const sheets = [...inGroups(panels, PER_SHEET), ...inGroups(pages, PAGES_PER_SHEET)];
  for (const [index, group] of sheets.entries()) {
    await sheet(browser, path.join(artifacts, `${name}-${index + 1}.png`), group);
  }
  return faults;
}

async function main(wanted: readonly string[]): Promise<void> {
  await mkdir(artifacts, { recursive: true });
  const { url, stop } = await servePictures();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox'],
  });
  const names = wanted.length > 0 ? wanted : Object.keys(SETS);
  const faults: Fault[] = [];
  for (const name of names) faults.push(...(await drawSet(browser, url, name)));
  await browser.close();
  await stop();
  if (names.includes('docs')) await walkPictures(documents);
  const count = names.reduce((sum, name) => sum + (SETS[name]?.length ?? 0), 0);
  await writeFile(path.join(artifacts, 'faults.json'), `${JSON.stringify(faults, null, 2)}\n`);
  console.log(`${count} pictures in ${artifacts}, ${faults.length} faults.`);
  for (const fault of faults.slice(0, 30)) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
}

await main(process.argv.slice(2));
