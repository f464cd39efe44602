import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PREPARE = path.resolve('scripts/lib/prepare.mjs');

let folder: string;

/** A machine on which these commands are all there is. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-bare-'));
  for (const command of ['sh', 'python3']) {
    const file = execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' });
    symlinkSync(file.trim(), path.join(folder, command));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function prepareThere(env: Readonly<Record<string, string>> = {}) {
  const script = `import(${JSON.stringify(PREPARE)}).then(({ installBrowsers }) => installBrowsers(['chromium']))`;
  return spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { PATH: folder, ...env } as never,
  });
}

test('a machine that may not be changed is told exactly what to install, and nothing else happens', () => {
  const { status, stderr, stdout } = prepareThere();

  expect(status).toBe(1);
  expect(stderr).toContain('Missing on this machine: chromium, libnss3-tools.');
  expect(stderr).toContain('sudo apt-get install -y chromium libnss3-tools');
  expect(stdout).toBe('');
});

test('a browser that is named in CHROMIUM is not missed', () => {
  expect(prepareThere({ CHROMIUM: '/opt/chromium' }).stderr).toContain(
    'Missing on this machine: libnss3-tools.',
  );
});
