import { describe, expect, test } from 'vitest';
import { BUILDS, manifest, read, table } from './repository.ts';

const LISTING = 'docs/stores/README.md';
const CHROME = 'docs/stores/chrome-web-store.md';
const EDGE = 'docs/stores/edge-add-ons.md';
const FIREFOX = 'docs/stores/firefox-add-ons.md';

/** Most characters of a store's field, and the fewest where there is such a limit. */
const FIELDS = [
  // Edge takes the shortest name: 45; addons.mozilla.org 50, Chrome 75.
  { file: LISTING, heading: 'Name (45)', most: 45 },
  // Manifest `description`, https://developer.chrome.com/docs/extensions/reference/manifest/description
  { file: LISTING, heading: 'Summary (132)', most: 132 },
  // Edge: 250 to 10,000; addons.mozilla.org 15,000, Chrome 16,000.
  { file: LISTING, heading: 'Description (10000)', most: 10_000, least: 250 },
  { file: LISTING, heading: 'Single purpose (1000)', most: 1000 },
  { file: CHROME, heading: 'Host permission justification', most: 1000 },
  { file: EDGE, heading: 'Notes for certification (2000)', most: 2000 },
  { file: FIREFOX, heading: 'Notes for reviewers (3000)', most: 3000 },
  { file: FIREFOX, heading: 'How to build (3000)', most: 3000 },
] as const;

/** The block to copy below a heading. */
function block(file: string, heading: string): string {
  const [, after = ''] = read(file).split(new RegExp(`^#+ ${escaped(heading)}\n`, 'm'));
  const [, text] = /```text\n([\s\S]*?)\n```/.exec(after.split(/^#/m)[0] ?? '') ?? [];
  if (!text) throw new Error(`${file} has no text below "${heading}".`);
  return text;
}

function escaped(text: string): string {
  return text.replace(/[()]/g, '\\$&');
}

test.each(FIELDS)('$file, $heading: fits into the store’s field', (field) => {
  const { length } = block(field.file, field.heading);

  expect(length).toBeLessThanOrEqual(field.most);
  expect(length).toBeGreaterThanOrEqual('least' in field ? field.least : 1);
});

test('the search terms are few and short enough for Edge: 7 terms, 30 characters, 21 words', () => {
  const terms = block(LISTING, 'Search terms (30 each, at most 7)').split('\n');

  expect(terms.length).toBeLessThanOrEqual(7);
  expect(terms.filter(({ length }) => length > 30)).toEqual([]);
  expect(terms.join(' ').split(/\s+/).length).toBeLessThanOrEqual(21);
});

test('the summary is the one in the package, and it fits in every language', () => {
  const stores = import.meta.glob<Record<string, { message: string }>>('/locales/*/store.json', {
    eager: true,
    import: 'default',
  });
  const english = stores['/locales/en/store.json'];

  expect(block(LISTING, 'Summary (132)')).toBe(english?.extensionDescription?.message);
  expect(block(LISTING, 'Name (45)')).toBe(english?.extensionName?.message);
  expect(Object.keys(stores).length).toBeGreaterThan(5);
  for (const [file, { extensionName, extensionDescription }] of Object.entries(stores)) {
    expect(extensionDescription?.message.length, file).toBeLessThanOrEqual(132);
    expect(extensionName?.message.length, file).toBeLessThanOrEqual(45);
  }
});

describe('permissions', () => {
  test.each([
    [CHROME, 'Permission justifications', BUILDS.Chromium],
    [FIREFOX, 'Permissions', BUILDS.Firefox],
  ])('%s justifies each one of the build, and no other', (file, heading, folder) => {
    const rows = table(read(file), heading);
    const { permissions, optional_permissions: later = [] } = manifest(folder);

    expect(rows.map(([name]) => name).sort()).toEqual([...permissions, ...later].sort());
    for (const [name, why = ''] of rows) {
      expect(why.length, name).toBeGreaterThan(15);
      expect(why.length, name).toBeLessThanOrEqual(1000);
    }
  });

  test('the justification of sites names every one of them, and no other', () => {
    const sites = manifest(BUILDS.Chromium).host_permissions.map((pattern) =>
      pattern.replace(/^https:\/\/|\/\*$/g, ''),
    );
    const [, portals = '', graph = ''] =
      /\((.*)\)[\s\S]*\((.*)\)/.exec(block(CHROME, 'Host permission justification')) ?? [];

    expect([portals, graph].join(', ').split(', ').sort()).toEqual(sites.sort());
  });
});

test('what Firefox is told about data is what its page says', () => {
  const [, declared = '{}'] = /data_collection_permissions: (\{.*\})`/.exec(read(FIREFOX)) ?? [];
  const { gecko } = manifest(BUILDS.Firefox).browser_specific_settings ?? {};

  expect(JSON.parse(declared)).toEqual(gecko?.data_collection_permissions);
});
