import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf } from '@/utils/deployment/artefact.ts';
import { artefactsOf } from '@/utils/deployment/artefacts.ts';
import { powershellScript, scriptData } from '@/utils/deployment/windows/powershell.ts';
import { EVERYTHING, hostileDeployment } from './a-deployment.ts';
import { grammar } from './readers/grammar.ts';

const TASKS = ['detect', 'install', 'remove'] as const;
let powershell: Awaited<ReturnType<typeof grammar>>;

beforeAll(async () => {
  powershell = await grammar('powershell');
}, 30_000);

/** The configuration a script would read: its first literal, by PowerShell's own rules. */
function configuration(script: string): unknown {
  const literal = powershell
    .texts(script, 'verbatim_string_characters')
    .find((text) => text.includes('"browsers"'));
  if (!literal) throw new Error('No configuration.');
  return JSON.parse(literal.slice(1, -1).replace(/(['‘’‚‛])\1/g, '$1'));
}

describe.each(TASKS)('the PowerShell script to %s', (task) => {
  test('is PowerShell, as far as a grammar can tell', () => {
    expect(powershell.errors(powershellScript(task, EVERYTHING))).toEqual([]);
  });

  test('reads the configuration', () => {
    expect(configuration(powershellScript(task, EVERYTHING))).toEqual(scriptData(EVERYTHING));
  });

  test('holds nothing but ASCII, with Windows line ends: no code page can change it', () => {
    const name = { detect: 'ps-detect', install: 'ps-install', remove: 'ps-remove' }[task];
    const files = artefactsOf({ ...EVERYTHING, organisation: 'Müller 日本' }, {});
    const file = files.find(({ kind }) => kind === name);
    const text = file ? new TextDecoder().decode(bytesOf(file)) : '';

    expect(text).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(
      text.split('\n').filter((line, at, all) => at < all.length - 1 && !line.endsWith('\r')),
    ).toEqual([]);
  });
});

test('whatever the texts hold, they stay inside the literal and are read as configured', () => {
  const body = (script: string) => script.slice(script.indexOf('$machine = '));
  const same = body(powershellScript('install', EVERYTHING));
  fc.assert(
    fc.property(hostileDeployment, (deployment) => {
      const script = powershellScript('install', deployment);
      const head = script.slice(0, -same.length);
      expect(script.endsWith(same)).toBe(true);
      expect(head).toMatch(/^[\x20-\x7e\n]+$/);
      expect(powershell.errors(head)).toEqual([]);
      expect(configuration(head)).toEqual(scriptData(deployment));
    }),
    { numRuns: 50 },
  );
}, 60_000);

describe('the scripts', () => {
  const install = powershellScript('install', EVERYTHING);
  const detect = powershellScript('detect', EVERYTHING);

  test('know the settings a browser must get', () => {
    const { texts, lists } = scriptData(EVERYTHING);
    const pairs = [
      ...texts.map(({ name, value }) => [name, value] as const),
      ...lists.map(({ name, values }) => [name, values] as const),
    ];

    expect(Object.fromEntries(pairs)).toEqual(EVERYTHING.settings);
  });

  test('never make a key with the provider’s -Force, which empties one that is there', () => {
    for (const task of TASKS) {
      expect(powershellScript(task, EVERYTHING)).not.toMatch(
        /New-Item\b|Set-ItemProperty|Remove-Item\b/,
      );
    }
  });

  test('read everything before anything is written', () => {
    const main = install.slice(install.lastIndexOf('try {'));

    expect(main.indexOf('Read-Settings')).toBeGreaterThan(0);
    expect(main.indexOf('Read-Settings')).toBeLessThan(main.indexOf('Add-Forced'));
  });

  test('detecting changes nothing', () => {
    const main = detect.slice(detect.indexOf('function Get-Missing'));

    expect(main).not.toMatch(/Set-Value|Remove-Value|Write-Settings|DeleteSubKey|CreateSubKey/);
  });

  test('run nothing that is made of text', () => {
    for (const task of TASKS) {
      const script = powershellScript(task, EVERYTHING);
      expect(script).not.toMatch(
        /Invoke-Expression|\biex\b|\[scriptblock\]|Add-Type|Start-Process/i,
      );
    }
  });
});
