import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { PEER_MODULES } from './peers.ts';

export type Weight = Readonly<{ what: string; minified: number; gzipped: number }>;

const OURS = '.output/chrome-mv3/content-scripts';

const PEERS: Readonly<Record<string, string>> = {
  'driver.js 1.8': "export { driver } from 'driver.js'",
  'shepherd.js 15.3': "export { default } from 'shepherd.js'",
  'intro.js 8.6': "export { default } from 'intro.js'",
  'floating-ui (computePosition, autoUpdate)':
    "export { computePosition, autoUpdate } from '@floating-ui/dom'",
  'testing-library (getByRole)': "export { getByRole } from '@testing-library/dom'",
  'dom-accessibility-api (names and roles), part of ours':
    "export { computeAccessibleName, getRole } from 'dom-accessibility-api'",
};

/** Bytes, of 1000 to a kB; ours as they are shipped, so build before. */
export async function measureSizes(): Promise<Weight[]> {
  const read = (script: string) => readFile(`${OURS}/${script}.js`);
  const [beacon, locator, dock] = await Promise.all(['beacon', 'locator', 'dock'].map(read));
  const sum = (what: string, ...files: (Buffer | undefined)[]): Weight => ({
    what,
    minified: files.reduce((all, file) => all + (file?.length ?? 0), 0),
    gzipped: files.reduce((all, file) => all + gzipped(file ?? Buffer.alloc(0)), 0),
  });
  const ours = [
    sum('Waymark, idle frame: beacon', beacon),
    sum('Waymark, child frame that is pointed at: beacon, locator', beacon, locator),
    sum('Waymark, top frame that is pointed at: and the dock', beacon, locator, dock),
  ];
  const peers = await Promise.all(
    Object.entries(PEERS).map(async ([what, contents]) => sum(what, await minified(contents))),
  );
  return [...ours, ...peers];
}

async function minified(contents: string): Promise<Buffer> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    nodePaths: [PEER_MODULES],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    define: { 'process.env': '{}', 'process.env.NODE_ENV': '"production"' },
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}

function gzipped(file: Buffer): number {
  return gzipSync(file, { level: 9 }).length;
}
