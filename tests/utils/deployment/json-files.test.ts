import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { artefactsOf } from '@/utils/deployment/artefacts.ts';
import { extensionEntry } from '@/utils/deployment/browsers.ts';
import type { Deployment } from '@/utils/deployment/deployment.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import { readDeployment } from '@/utils/deployment/read-deployment.ts';
import { EVERYTHING, GUIDES, hostileDeployment } from './a-deployment.ts';

const { extensionId: chromiumId } = EVERYTHING;
const { geckoId } = IDENTITY;

function json(deployment: Deployment, path: string): unknown {
  const file = artefactsOf(deployment, {}).find((one) => one.path === path);
  if (!file) throw new Error(`No ${path}.`);
  return JSON.parse(file.text);
}

describe('the JSON files', () => {
  test.each([
    ['chrome', 'linux/etc/opt/chrome/policies/managed/waymark.json'],
    ['edge', 'linux/etc/opt/edge/policies/managed/waymark.json'],
    ['chromium', 'linux/etc/chromium/policies/managed/waymark.json'],
  ] as const)('%s on Linux installs, updates from the same address, and sets', (browser, path) => {
    expect(json(EVERYTHING, path)).toEqual({
      ExtensionSettings: { [chromiumId]: extensionEntry(browser, EVERYTHING) },
      '3rdparty': { extensions: { [chromiumId]: EVERYTHING.settings } },
    });
    expect(extensionEntry(browser, EVERYTHING)).toMatchObject({
      installation_mode: 'force_installed',
      update_url: 'https://it.contoso.com/waymark/update.xml',
      override_update_url: true,
    });
  });

  test.each(['linux/etc/firefox/policies/policies.json', 'windows/firefox/policies.json'])(
    '%s installs and sets in Firefox',
    (path) => {
      expect(json(EVERYTHING, path)).toEqual({
        policies: {
          ExtensionSettings: { [geckoId]: extensionEntry('firefox', EVERYTHING) },
          '3rdparty': { Extensions: { [geckoId]: EVERYTHING.settings } },
        },
      });
    },
  );

  test('the Google Admin console gets each setting as an object with its value', () => {
    const policy = json(EVERYTHING, 'google-admin/policy.json') as Record<string, unknown>;
    const values = Object.entries(policy).map(([name, one]) => [
      name,
      (one as { Value: unknown }).Value,
    ]);

    expect(Object.fromEntries(values)).toEqual(EVERYTHING.settings);
  });

  test('team.json makes the same deployment again', () => {
    expect(readDeployment(json(EVERYTHING, 'team.json'), GUIDES)).toEqual({
      deployment: EVERYTHING,
    });
  });

  test('whatever the texts hold, they are read as configured', () => {
    fc.assert(
      fc.property(hostileDeployment, (deployment) => {
        const { settings } = deployment;
        expect(json(deployment, 'linux/etc/chromium/policies/managed/waymark.json')).toMatchObject({
          '3rdparty': { extensions: { [chromiumId]: settings } },
        });
      }),
      { numRuns: 50 },
    );
  });
});
