import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from '@/scripts/package/files.ts';

/** Builds once more, elsewhere, in a process of its own. */
function buildAgain(browser: string): Record<string, string> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'waymark-build-'));
  const build = `import('wxt').then(({ build }) => build(${JSON.stringify({ outDir, browser, manifestVersion: 3 })}))`;
  execFileSync('node', ['-e', build], { stdio: 'pipe', env: { PATH: process.env.PATH } });
  const hashes = hashesUnder(path.join(outDir, `${browser}-mv3`));
  rmSync(outDir, { recursive: true });
  return hashes;
}

function hashesUnder(folder: string): Record<string, string> {
  const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
  const files = Object.entries(filesUnder(folder));
  return Object.fromEntries(files.map(([name, content]) => [name, hash(content)]));
}

test.each(['chrome', 'firefox'])('a second build for %s gives the same bytes', (browser) => {
  expect(buildAgain(browser)).toEqual(hashesUnder(`.output/${browser}-mv3`));
});
