import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runPolicy } from '@/scripts/policy/run.ts';
import { EVERYTHING } from '@/tests/utils/deployment/a-deployment.ts';
import { MALFORMED } from '@/tests/utils/deployment/malformed.ts';
import { bytesOf } from '@/utils/deployment/artefact.ts';
import { artefactsOf } from '@/utils/deployment/artefacts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-policy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(text: string, ...more: readonly string[]) {
  const config = path.join(folder, 'team.json');
  writeFileSync(config, text);
  return call('--config', config, '--out', path.join(folder, 'out'), ...more);
}

async function call(...args: readonly string[]) {
  const said: string[] = [];
  const code = await runPolicy(args, (line) => said.push(line));
  return { code, said: said.join('\n') };
}

function written(): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => name !== 'team.json')
    .sort();
}

test('writes the very files the deployment page offers', async () => {
  const { code, said } = await run(JSON.stringify(EVERYTHING));
  const files = artefactsOf(EVERYTHING, {});

  expect(code).toBe(0);
  expect(said).toContain('README.txt');
  expect(written()).toEqual(expect.arrayContaining(files.map((file) => `out/${file.path}`)));
  for (const file of files.filter(({ kind }) => kind !== 'readme')) {
    expect(new Uint8Array(readFileSync(path.join(folder, 'out', file.path)))).toEqual(
      bytesOf(file),
    );
  }
});

test('writes the words of the template in six languages', async () => {
  await run(JSON.stringify(EVERYTHING));

  expect(written().filter((name) => name.endsWith('.adml'))).toHaveLength(6);
});

describe('a configuration that is wrong in one thing gets one clear message and no file', () => {
  test.each(MALFORMED.map((row) => [row.why, row] as const))('%s', async (_, row) => {
    const { code, said } = await run(row.text);

    expect(code).toBe(2);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toContain(`${row.at}: `);
    expect(said).toContain(row.says);
    expect(written()).toEqual([]);
  });
});

describe('a call that is wrong', () => {
  test.each([
    ['no configuration', ['--out', 'x'], '--config is missing'],
    ['no folder', ['--config', 'x'], '--out is missing'],
    ['an unknown option', ['--confg', 'x'], '--confg'],
    ['a loose word', ['--config', 'x', '--out', 'y', 'z'], 'z'],
    ['an option without its value', ['--config'], '--config'],
    [
      'a configuration that is not there',
      ['--config', '/no/such.json', '--out', 'x'],
      'cannot be read',
    ],
    ['a configuration that is a folder', ['--config', tmpdir(), '--out', 'x'], 'cannot be read'],
  ])('%s is said, and nothing is written', async (_, args, says) => {
    const { code, said } = await call(...args);

    expect(code).toBe(2);
    expect(said).toContain(says);
    expect(written()).toEqual([]);
  });
});

describe('the folder', () => {
  test('that is a file is left alone', async () => {
    writeFileSync(path.join(folder, 'out'), 'mine');
    const { code, said } = await run(JSON.stringify(EVERYTHING));

    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining('is a file') });
    expect(readFileSync(path.join(folder, 'out'), 'utf8')).toBe('mine');
  });

  test('that lies below a file cannot be written to, and it is said', async () => {
    writeFileSync(path.join(folder, 'wall'), '');
    const config = path.join(folder, 'team.json');
    writeFileSync(config, JSON.stringify(EVERYTHING));
    const { code, said } = await call(
      '--config',
      config,
      '--out',
      path.join(folder, 'wall', 'out'),
    );

    expect({ code, said }).toEqual({
      code: 2,
      said: expect.stringContaining('cannot be written to'),
    });
    expect(written()).toEqual(['wall']);
  });

  test('that holds such a file is not touched, unless that is wanted', async () => {
    mkdirSync(path.join(folder, 'out'));
    writeFileSync(path.join(folder, 'out', 'README.txt'), 'mine');
    const refused = await run(JSON.stringify(EVERYTHING));

    expect(refused).toEqual({ code: 2, said: expect.stringContaining('--force') });
    expect(refused.said).toContain('README.txt');
    expect(written()).toEqual(['out/README.txt']);

    expect((await run(JSON.stringify(EVERYTHING), '--force')).code).toBe(0);
    expect(readFileSync(path.join(folder, 'out', 'README.txt'), 'utf8')).toContain('Waymark for');
  });

  test('is never left half written: where one file cannot lie, none does', async () => {
    mkdirSync(path.join(folder, 'out', 'windows', 'waymark.admx'), { recursive: true });
    const { code } = await run(JSON.stringify(EVERYTHING), '--force');

    expect(code).toBe(2);
    expect(written()).toEqual([]);
  });
});
