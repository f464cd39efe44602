import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { artefactsOf } from '@/utils/deployment/artefacts.ts';
import { policyOf } from '@/utils/deployment/browsers.ts';
import type { Deployment } from '@/utils/deployment/deployment.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import { linuxScript } from '@/utils/deployment/linux/script.ts';
import { EVERYTHING, hostileDeployment } from './a-deployment.ts';
import { grammar } from './readers/grammar.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'waymark-linux-'));
});
afterEach(() => rmSync(root, { recursive: true }));

type Task = 'install' | 'check' | 'remove';

/** Runs the script on a computer that is a folder; Python 3 is a part of every Linux desktop. */
function run(
  task: Task,
  deployment: Deployment = EVERYTHING,
): Readonly<{ code: number; said: string }> {
  const script = path.join(root, 'waymark-linux.py');
  writeFileSync(script, linuxScript(deployment));
  try {
    const options = { encoding: 'utf8', stdio: 'pipe' } as const;
    const said = execFileSync('python3', [script, task, '--root', path.join(root, 'pc')], options);
    return { code: 0, said };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, said: stdout + stderr };
  }
}

function put(name: string, content: unknown): void {
  const file = path.join(root, 'pc', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

function get(name: string): unknown {
  return JSON.parse(readFileSync(path.join(root, 'pc', name), 'utf8'));
}

const CHROME = 'etc/opt/chrome/policies/managed';
const FIREFOX = 'etc/firefox/policies/policies.json';
const { extensionId: chromiumId } = EVERYTHING;
const { geckoId } = IDENTITY;

describe('the Linux script', () => {
  test('is Python, as far as a grammar can tell', async () => {
    const python = await grammar('python');

    expect(python.errors(linuxScript(EVERYTHING))).toEqual([]);
  }, 30_000);

  test('writes on a bare computer what the JSON files hold', () => {
    expect(run('check').code).toBe(1);
    expect(run('install').code).toBe(0);
    for (const { path: name, text } of artefactsOf(EVERYTHING, {})) {
      if (name.startsWith('linux/etc/')) expect(get(name.slice(6))).toEqual(JSON.parse(text));
    }
    expect(run('check')).toEqual({ code: 0, said: 'As wanted.\n' });
  });

  test('leaves nothing behind on a computer that was bare', () => {
    run('install');
    run('remove');

    expect(existsSync(path.join(root, 'pc', CHROME, 'waymark.json'))).toBe(false);
    expect(existsSync(path.join(root, 'pc', FIREFOX))).toBe(false);
    expect(run('remove').said).toBe('As wanted.\n');
  });

  test('adds to the ExtensionSettings of an organisation, where two files would not both count', () => {
    const theirs = {
      ExtensionSettings: { '*': { installation_mode: 'blocked' } },
      HomepageLocation: 'https://x',
    };
    put(`${CHROME}/corp.json`, theirs);
    run('install');

    expect(get(`${CHROME}/corp.json`)).toEqual({
      ...theirs,
      ExtensionSettings: {
        ...theirs.ExtensionSettings,
        ...(policyOf('chrome', EVERYTHING).ExtensionSettings as object),
      },
    });
    expect(get(`${CHROME}/waymark.json`)).toEqual({
      '3rdparty': { extensions: { [chromiumId]: EVERYTHING.settings } },
    });
    run('remove');
    expect(get(`${CHROME}/corp.json`)).toEqual(theirs);
  });

  test('merges into the one file that Firefox has, and takes only its own out again', () => {
    const theirs = {
      policies: {
        DisableTelemetry: true,
        ExtensionSettings: { 'other@example.com': { installation_mode: 'allowed' } },
        '3rdparty': { Extensions: { 'other@example.com': { a: [1] } } },
      },
    };
    put(FIREFOX, theirs);
    run('install');

    expect(get(FIREFOX)).toMatchObject(theirs);
    expect(get(FIREFOX)).toMatchObject({
      policies: { '3rdparty': { Extensions: { [geckoId]: EVERYTHING.settings } } },
    });
    run('remove');
    expect(get(FIREFOX)).toEqual(theirs);
  });

  test.each([
    ['not JSON', '{ "policies": '],
    ['JSON with a comment', '{} // ours'],
    ['a list', '[]'],
    ['policies that are no object', '{"policies": 1}'],
    ['ExtensionSettings that are no object', '{"policies": {"ExtensionSettings": []}}'],
  ])('stops at a policies.json that is %s, before anything is written', (_, text) => {
    put(FIREFOX, text);
    const { code, said } = run('install');

    expect(code).toBe(2);
    expect(said).toContain('Nothing was changed');
    expect(readFileSync(path.join(root, 'pc', FIREFOX), 'utf8')).toBe(text);
    expect(existsSync(path.join(root, 'pc', CHROME))).toBe(false);
  });

  test('a setting that is no longer wanted goes with the next install', () => {
    run('install');
    const { panel: _, ...settings } = EVERYTHING.settings;
    run('install', { ...EVERYTHING, settings });

    expect(get(FIREFOX)).toMatchObject({
      policies: { '3rdparty': { Extensions: { [geckoId]: settings } } },
    });
    expect(JSON.stringify(get(FIREFOX))).not.toContain('collapsed');
  });

  test('whatever the texts hold, they are written as configured', () => {
    fc.assert(
      fc.property(hostileDeployment, (deployment) => {
        run('install', deployment);
        expect(get(`${CHROME}/waymark.json`)).toEqual(policyOf('chrome', deployment));
        run('remove', deployment);
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});
