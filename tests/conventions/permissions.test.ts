import { describe, expect, test } from 'vitest';
import { contentMatches, portalMatches } from '@/portals/hosts.ts';
import { styleSource } from '@/scripts/lib/lean-pages.ts';
import { SCOPES } from '@/utils/graph/index.ts';
import { BUILDS, type Manifest, manifest, read, table } from './repository.ts';

const DOCUMENT = 'docs/reference/permissions.md';

/** First column of the rows that are marked for a browser, in alphabetical order. */
function documented(heading: string, browser: keyof typeof BUILDS): string[] {
  const column = browser === 'Chromium' ? 1 : 2;
  return table(read(DOCUMENT), heading)
    .filter((cells) => cells[column] === 'yes')
    .map(([name = '']) => name)
    .sort();
}

describe.each(Object.entries(BUILDS) as [keyof typeof BUILDS, string][])(
  '%s',
  (browser, folder) => {
    test(`asks for the permissions that ${DOCUMENT} explains, and no other`, () => {
      expect(documented('Browser permissions', browser)).toEqual(
        [...manifest(folder).permissions].sort(),
      );
    });

    test('asks later, when a reader wants it, for what the same document explains', () => {
      expect(documented('Optional browser permissions', browser)).toEqual(
        manifest(folder).optional_permissions,
      );
    });

    test(`asks for the sites that ${DOCUMENT} explains, and no other`, () => {
      expect(documented('Sites', browser)).toEqual([...manifest(folder).host_permissions].sort());
    });

    test('puts its scripts into portal pages only, and the beacon into every frame of them', () => {
      const scripts = manifest(folder).content_scripts;
      const elsewhere = scripts
        .flatMap(({ matches }) => matches)
        .filter((match) => !contentMatches.includes(match));
      const beacon = scripts.find(({ all_frames }) => all_frames);

      expect(elsewhere).toEqual([]);
      expect(beacon).toMatchObject({ match_origin_as_fallback: true });
      expect([...(beacon?.matches ?? [])].sort()).toEqual([...contentMatches].sort());
    });

    test('shows portals one page of its own and nothing else', () => {
      const shown = manifest(folder).web_accessible_resources;

      expect(shown.flatMap(({ resources }) => resources)).toEqual(['panel.html']);
      expect(shown.flatMap(({ matches }) => matches).toSorted()).toEqual([...portalMatches].sort());
    });

    test('can be spoken to by no web page', () => {
      expect(manifest(folder).externally_connectable).toBeUndefined();
    });

    test('runs no code but its own, and talks to Microsoft Graph and the sign-in alone', () => {
      const policy = manifest(folder).content_security_policy?.extension_pages ?? '';
      const rules = policy.split('; ').map((rule) => rule.split(' '));

      expect(Object.fromEntries(rules.map(([name, ...allowed]) => [name, allowed]))).toEqual({
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", styleSource(read(`${folder}/panel.html`))],
        'img-src': ["'self'", 'data:'],
        'connect-src': [
          "'self'",
          'https://dod-graph.microsoft.us',
          'https://graph.microsoft.com',
          'https://graph.microsoft.us',
          'https://login.microsoftonline.com',
          'https://login.microsoftonline.us',
          'https://login.partner.microsoftonline.cn',
          'https://microsoftgraph.chinacloudapi.cn',
        ],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
      });
    });
  },
);

test('both browsers ask for the same sites', () => {
  const hosts = ({ host_permissions }: Manifest) => [...host_permissions].sort();

  expect(hosts(manifest(BUILDS.Firefox))).toEqual(hosts(manifest(BUILDS.Chromium)));
});

describe('Microsoft Graph', () => {
  const rows = table(read(DOCUMENT), 'Microsoft Graph permissions');

  test(`is asked for what ${DOCUMENT} explains, with the consent it needs`, () => {
    expect(rows.map(([scope, consent, id]) => [scope, consent, id])).toEqual(
      SCOPES.map(({ scope, adminConsent, id }) => [
        scope,
        adminConsent ? 'administrator' : 'user',
        id,
      ]),
    );
  });

  test('is asked for reads only', () => {
    for (const { scope } of SCOPES) expect(scope).toMatch(/^\w+\.Read(Basic)?(\.\w+)?$/);
  });
});

test('every permission in the document has a reason', () => {
  for (const heading of [
    'Browser permissions',
    'Optional browser permissions',
    'Sites',
    'Microsoft Graph permissions',
  ]) {
    const rows = table(read(DOCUMENT), heading);
    expect(rows.length).toBeGreaterThan(0);
    for (const cells of rows) expect(cells.at(-1)?.length, cells[0]).toBeGreaterThan(15);
  }
});
