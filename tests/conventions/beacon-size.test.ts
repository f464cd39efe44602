import { readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BUILDS, manifest, ROOT, read } from './repository.ts';

/** kB of 1000 bytes, compressed as in a package. */
function gzipped(folder: string, script: string): number {
  return gzipSync(read(`${folder}/content-scripts/${script}.js`), { level: 9 }).length / 1000;
}

describe.each(Object.entries(BUILDS))('what portal pages carry of us, %s', (_, folder) => {
  test('an idle frame carries no more than 2 kB, and nothing but the beacon', () => {
    const scripts = manifest(folder).content_scripts ?? [];
    const inEveryFrame = scripts.filter((script) => script.all_frames).flatMap(({ js }) => js);

    expect(inEveryFrame).toEqual(['content-scripts/beacon.js']);
    expect(gzipped(folder, 'beacon')).toBeLessThanOrEqual(2);
  });

  test('the beacon and the dock it draws with come together, the beacon first', () => {
    const scripts = manifest(folder).content_scripts ?? [];

    expect(scripts.map(({ js, run_at }) => `${js} ${run_at}`)).toEqual([
      'content-scripts/beacon.js document_start',
      'content-scripts/dock.js document_start',
    ]);
  });

  test.each([
    ['finding and ringing, with the library that computes names', ['locator'], 13.2],
    ['the dock of a top frame', ['dock'], 5.4],
    ['a child frame that is pointed at', ['beacon', 'locator'], 15.2],
    ['a top frame that is pointed at', ['beacon', 'dock', 'locator'], 20.48],
  ])('%s carries no more than it may', (_what, scripts, most) => {
    const all = scripts.map((script) => gzipped(folder, script));
    expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(most);
  });

  test('there is no script for pages besides these', () => {
    expect(readdirSync(path.join(ROOT, folder, 'content-scripts')).sort()).toEqual([
      'beacon.js',
      'dock.js',
      'locator.js',
    ]);
  });

  test('no script for pages carries a framework, the polyfill or the portals’ addresses', () => {
    for (const script of ['beacon', 'locator', 'dock']) {
      const source = read(`${folder}/content-scripts/${script}.js`);
      expect(source).not.toMatch(/partner\.microsoft\.com|wxt:|webextension-polyfill|preact/);
    }
  });
});
