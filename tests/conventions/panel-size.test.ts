import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '@/utils/i18n/languages.ts';
import { BUILDS, files, manifest, read } from './repository.ts';

const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)[^;"'(]*?["'](\.{1,2}\/[^"']+\.js)["']/g;

/** A script of the build and all that it cannot start without. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target = ''] of read(file).matchAll(STATIC_IMPORT)) {
    withImports(path.join(path.dirname(file), target), seen);
  }
  return seen;
}

/** kB of 1000 bytes, each file compressed as in a package. */
function gzippedKb(all: Iterable<string>): number {
  return [...all].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;
}

function startOf(folder: string): Set<string> {
  manifest(folder);
  const scripts = [...read(`${folder}/panel.html`).matchAll(/<script[^>]+src="\/?([^"]+)"/g)];
  const all = new Set<string>();
  for (const [, src = ''] of scripts) withImports(`${folder}/${src}`, all);
  return all;
}

describe.each(Object.entries(BUILDS))('the panel, %s', (_, folder) => {
  test('starts with no more than 60 kB of JavaScript, and without Microsoft’s sign-in library', () => {
    const scripts = startOf(folder);

    expect(scripts.size).toBe(1);
    expect([...scripts].filter((file) => /msal|offscreen/.test(file))).toEqual([]);
    expect(gzippedKb(scripts)).toBeLessThanOrEqual(60);
  });

  test('is drawn before anything else of it has come', () => {
    const page = read(`${folder}/panel.html`);

    expect(page).toContain('<style>');
    expect(page).not.toContain('<link');
  });

  test('loads the words of one language beside English, not of all', () => {
    const words = files(/\.js$/, [`${folder}/chunks`]).filter((file) =>
      /\/(words|guides|portal-labels)-/.test(file),
    );
    const start = startOf(folder);

    // English is in the script: it stands behind every language.
    expect(words.length).toBe((LANGUAGES.length - 1) * 3);
    expect(words.filter((file) => start.has(file))).toEqual([]);
  });
});
