import { describe, expect, test } from 'vitest';
import { BUILDS, files, findings, manifest, read } from './repository.ts';

const { version } = JSON.parse(read('package.json')) as { version: string };

/** Files of a build; `files` leaves build folders out, so they are asked for by name. */
function built(folder: string): string[] {
  manifest(folder);
  return files(/\.(?:js|html|json|css)$/, [folder]);
}

describe.each(Object.entries(BUILDS))('the build for %s', (_, folder) => {
  test('is of this version', () => {
    expect(manifest(folder).version).toBe(version);
  });

  test('knows no simulated tenant and no computer of ours', () => {
    const shipped = built(folder);

    expect(shipped.length).toBeGreaterThan(5);
    expect(findings(shipped, /localhost|127\.0\.0\.1|simulat(?:or|ed tenant)/i, read)).toEqual([]);
  });

  test('names no permission to write, but in the commands an administrator may copy', () => {
    const named = findings(built(folder), /\b[A-Z]\w+\.ReadWrite\b[\w.]*/, read);

    expect(named.filter((hit) => !hit.endsWith(': Application.ReadWrite.All'))).toEqual([]);
  });

  test('loads no script from elsewhere', () => {
    expect(findings(built(folder), /<script[^>]+src="(?:https?:)?\/\/[^"]*"/, read)).toEqual([]);
  });
});
