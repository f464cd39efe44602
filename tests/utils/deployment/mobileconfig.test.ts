import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extensionEntry } from '@/utils/deployment/browsers.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import { mobileconfig } from '@/utils/deployment/macos/mobileconfig.ts';
import { EVERYTHING, hostileDeployment } from './a-deployment.ts';
import { domain, readProfile } from './readers/plist.ts';

const { extensionId: chromiumId } = EVERYTHING;
const { geckoId } = IDENTITY;
const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
const profiles = BROWSERS.map((browser) => readProfile(mobileconfig(browser, EVERYTHING)));

describe('the configuration profiles', () => {
  test.each([
    ['chrome', 'com.google.Chrome'],
    ['edge', 'com.microsoft.Edge'],
  ] as const)('%s finds the extension and its settings in its own domains', (browser, name) => {
    const profile = readProfile(mobileconfig(browser, EVERYTHING));

    expect(domain(profile, name)).toEqual({
      ExtensionSettings: { [chromiumId]: extensionEntry(browser, EVERYTHING) },
    });
    expect(domain(profile, `${name}.extensions.${chromiumId}`)).toEqual(EVERYTHING.settings);
  });

  test('Firefox finds both in one domain, with policies switched on', () => {
    expect(domain(readProfile(mobileconfig('firefox', EVERYTHING)), 'org.mozilla.firefox')).toEqual(
      {
        EnterprisePoliciesEnabled: true,
        ExtensionSettings: { [geckoId]: extensionEntry('firefox', EVERYTHING) },
        '3rdparty': { Extensions: { [geckoId]: EVERYTHING.settings } },
      },
    );
  });

  test('no two payloads share an id, in one profile or in three', () => {
    const payloads = profiles.flatMap((profile) => [profile, ...profile.PayloadContent]);
    const uuids = payloads.map(({ PayloadUUID }) => PayloadUUID);

    expect(payloads).toHaveLength(8);
    expect(new Set(uuids).size).toBe(uuids.length);
    expect(new Set(payloads.map((one) => one.PayloadIdentifier)).size).toBe(payloads.length);
    for (const uuid of uuids) expect(uuid).toMatch(/^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  });

  test('are installed for the computer, not for one person', () => {
    for (const profile of profiles) {
      expect(profile).toMatchObject({ PayloadType: 'Configuration', PayloadScope: 'System' });
    }
  });

  test('whatever the texts hold, they are read as configured', () => {
    fc.assert(
      fc.property(hostileDeployment, (deployment) => {
        const profile = readProfile(mobileconfig('edge', deployment));
        const name = `com.microsoft.Edge.extensions.${chromiumId}`;
        expect(profile.PayloadOrganization).toBe(deployment.organisation);
        expect(domain(profile, name)).toEqual(deployment.settings);
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  test('without settings there is no payload for them', () => {
    const profile = readProfile(mobileconfig('chrome', { ...EVERYTHING, settings: {} }));

    expect(profile.PayloadContent).toHaveLength(1);
  });
});
