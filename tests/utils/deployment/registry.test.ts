import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '@/utils/deployment/artefact.ts';
import { artefactsOf } from '@/utils/deployment/artefacts.ts';
import type { Deployment } from '@/utils/deployment/deployment.ts';
import { regText } from '@/utils/deployment/encode/reg.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import { managedSchema } from '@/utils/policy/managed-schema.ts';
import { EVERYTHING, hostileDeployment } from './a-deployment.ts';
import { asChromium, asFirefox, emptyKey, importReg, type Key, keyAt } from './readers/registry.ts';

const CHROME = 'SOFTWARE\\Policies\\Google\\Chrome'.split('\\');
const EDGE = 'SOFTWARE\\Policies\\Microsoft\\Edge'.split('\\');
const FIREFOX = 'SOFTWARE\\Policies\\Mozilla\\Firefox'.split('\\');
const OURS = [`3rdparty`, 'extensions', EVERYTHING.extensionId, 'policy'];
const FORCELIST = { type: 'array', items: { type: 'string' } };
const SCHEMA = managedSchema() as Parameters<typeof asChromium>[1];
const LINE = `${EVERYTHING.extensionId};${EVERYTHING.packages}update.xml`;

function imported(deployment: Deployment, kind: 'reg-install' | 'reg-remove', root: Key): Key {
  const file = artefactsOf(deployment, {}).find((one) => one.kind === kind);
  if (!file) throw new Error(`No ${kind}.`);
  importReg(bytesOf(file), root);
  return root;
}

/** Lists compare without order: names sort as texts, so "10" comes before "2". */
function sorted(settings: object): object {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value].sort() : value,
    ]),
  );
}

describe('the .reg files', () => {
  test.each([
    ['Chrome', CHROME],
    ['Edge', EDGE],
  ])('%s reads from the registry exactly what was configured', (_, path) => {
    const root = imported(EVERYTHING, 'reg-install', emptyKey());

    expect(asChromium(keyAt(root, [...path, ...OURS]), SCHEMA)).toEqual(EVERYTHING.settings);
    expect(asChromium(keyAt(root, [...path, 'ExtensionInstallForcelist']), FORCELIST)).toEqual([
      LINE,
    ]);
  });

  test('Firefox reads from the registry exactly what was configured', () => {
    const root = imported(EVERYTHING, 'reg-install', emptyKey());
    const key = keyAt(root, [...FIREFOX, '3rdparty', 'Extensions', IDENTITY.geckoId]);

    expect(asFirefox(key)).toEqual(EVERYTHING.settings);
  });

  test('whatever the texts hold, each browser reads what was configured', () => {
    fc.assert(
      fc.property(hostileDeployment, (deployment) => {
        const root = imported(deployment, 'reg-install', emptyKey());
        const wanted = sorted(deployment.settings);
        const read = asChromium(keyAt(root, [...CHROME, ...OURS]), SCHEMA) as object;
        const key = keyAt(root, [...FIREFOX, '3rdparty', 'Extensions', IDENTITY.geckoId]);
        expect(sorted(read)).toEqual(wanted);
        expect(asFirefox(key)).toEqual(deployment.settings);
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  test('leave alone what an organisation forces and sets', () => {
    const root = emptyKey();
    const list = keyAt(root, [...CHROME, 'ExtensionInstallForcelist']).values;
    list.set('1', { name: '1', data: 'theirs;https://example.com/' });
    const values = keyAt(root, CHROME).values;
    values.set('extensionsettings', { name: 'ExtensionSettings', data: '{"*":{}}' });
    const before = structuredClone(root);

    imported(EVERYTHING, 'reg-install', root);
    expect(list.get('1')).toEqual({ name: '1', data: 'theirs;https://example.com/' });
    expect(values.get('extensionsettings')?.data).toBe('{"*":{}}');
    expect(keyAt(root, CHROME).keys.has('extensionsettings')).toBe(false);

    imported(EVERYTHING, 'reg-remove', root);
    expect(keyAt(root, [...CHROME, 'ExtensionInstallForcelist'])).toEqual(
      keyAt(before, [...CHROME, 'ExtensionInstallForcelist']),
    );
    expect(asChromium(keyAt(root, [...CHROME, ...OURS]), SCHEMA)).toEqual({});
  });

  test('a setting that is no longer wanted goes with the next import', () => {
    const root = imported(EVERYTHING, 'reg-install', emptyKey());
    const { guides: _, panel: __, ...settings } = EVERYTHING.settings;
    imported({ ...EVERYTHING, settings }, 'reg-install', root);

    expect(asChromium(keyAt(root, [...CHROME, ...OURS]), SCHEMA)).toEqual(settings);
  });

  test('a text with a line break is refused: the format cannot hold one', () => {
    expect(() => regText([], [{ key: 'a', values: { b: 'one\ntwo' } }])).toThrow('control');
  });
});
