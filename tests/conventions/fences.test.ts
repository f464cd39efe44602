import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { files, ROOT, SHIPPED } from './repository.ts';

type Cruise = Readonly<{
  modules: readonly Readonly<{ source: string }>[];
  summary: Readonly<{
    totalCruised: number;
    violations: readonly Readonly<{ from: string; to: string; rule: { name: string } }>[];
  }>;
}>;

let cruise: Cruise;

beforeAll(async () => {
  const depcruise = path.join(ROOT, 'node_modules', '.bin', 'depcruise');
  const rooms = [...SHIPPED, 'simulator', 'scripts'];
  const done = await promisify(execFile)(depcruise, ['-T', 'json', ...rooms], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stdout: string }) => error);
  cruise = JSON.parse(done.stdout) as Cruise;
}, 60_000);

describe('the fences between the rooms', () => {
  // Without a TypeScript parser the tool reads nothing and reports success.
  test('watch every module', () => {
    const seen = new Set(cruise.modules.map(({ source }) => source));
    const unseen = files(/\.tsx?$/, SHIPPED).filter((file) => !seen.has(file));

    expect(unseen).toEqual([]);
    expect(cruise.summary.totalCruised).toBeGreaterThan(100);
  });

  test('are crossed by nobody', () => {
    const crossed = cruise.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
    );

    expect(crossed).toEqual([]);
  });
});

test('no file lies loose in utils: each has a room named after its subject', () => {
  const loose = files(/./, ['utils']).filter((file) => file.split('/').length < 3);

  expect(loose).toEqual([]);
});
