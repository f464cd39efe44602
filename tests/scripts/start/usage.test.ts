import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenarios } from '@/simulator/scenarios/index.ts';

let folder: string;

/** A machine with Node and no npm, npx or browser: nothing can be installed or built there. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-help-'));
  symlinkSync(process.execPath, path.join(folder, 'node'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('help says a word on each scenario, and builds and installs nothing first', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', '--help'], {
    encoding: 'utf8',
    env: { PATH: folder } as never,
  });

  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.startsWith('npm start')).toBe(true);
  for (const { name, description } of Object.values(scenarios)) {
    expect(stdout).toMatch(new RegExp(`^  ${name} +`, 'm'));
    expect(stdout).toContain(description);
  }
});
