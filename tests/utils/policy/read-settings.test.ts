import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSettings } from '@/utils/policy/read-settings.ts';
import { SETTINGS, type SettingName } from '@/utils/policy/settings.ts';

const GUID = '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b';

/** One good value of every setting, as a management tool would deliver it. */
const GOOD: Readonly<Record<SettingName, unknown>> = {
  tenantId: GUID,
  clientId: GUID,
  cloud: 'usgov',
  integrationAccount: 'work365@contoso.com',
  partnerTier: 'indirect',
  guides: ['work365-partner-center'],
  panel: 'collapsed',
  language: 'de',
  permissions: 'basic',
};
const names = Object.keys(SETTINGS) as SettingName[];

test('every setting can be set', () => {
  expect(readSettings(GOOD)).toEqual({ settings: GOOD, ignored: [] });
});

describe('one bad setting', () => {
  test.each(names)('%s: is ignored and named, and every other still applies', (name) => {
    const { settings, ignored } = readSettings({ ...GOOD, [name]: { wrong: true } });
    const { [name]: _, ...others } = GOOD;

    expect(settings).toEqual(others);
    expect(ignored).toEqual([
      {
        name,
        value: { wrong: true },
        because: { id: expect.any(String), values: expect.any(Object) },
      },
    ]);
  });

  test('a misspelt name is named together with the names there are', () => {
    const { settings, ignored } = readSettings({ clientID: GUID, cloud: 'china' });

    expect(settings).toEqual({ cloud: 'china' });
    expect(ignored).toMatchObject([
      { name: 'clientID', because: { id: 'because.near-name', values: { near: 'clientId' } } },
    ]);
  });

  test.each([
    ['partnerTier', 'Direct'],
    ['panel', true],
    ['cloud', 'germany'],
    ['tenantId', 'contoso.onmicrosoft.com'],
    ['integrationAccount', 'work365'],
    ['integrationAccount', 'a@b'],
    ['language', 'German'],
    ['guides', []],
    ['guides', ['', 'a']],
  ])('%s: %j does not fit', (name, value) => {
    expect(readSettings({ [name]: value }).ignored).toHaveLength(1);
  });
});

describe('the guides that are offered', () => {
  const there = ['one', 'two'];

  test.each([
    ['those listed, in their order', ['two', 'one'], ['two', 'one'], []],
    ['without those that no guide is', ['one', 'three', 'four'], ['one'], ['three', 'four']],
    ['all of them when none of those listed is a guide', ['three'], undefined, ['three']],
  ])('%s', (_, guides, applied, named) => {
    const { settings, ignored } = readSettings({ guides, cloud: 'china' }, there);

    expect(settings).toEqual({ cloud: 'china', ...(applied ? { guides: applied } : {}) });
    expect(ignored.flatMap(({ value }) => value)).toEqual(named);
    for (const { name, because } of ignored) {
      expect(name).toBe('guides');
      expect(because).toEqual({ id: 'because.one-of', values: { known: 'one, two' } });
    }
  });
});

describe('lenient where it is safe', () => {
  test('an empty text or null is no setting and no mistake', () => {
    expect(readSettings({ tenantId: '', clientId: null, language: undefined })).toEqual({
      settings: {},
      ignored: [],
    });
  });

  test('ids and sign-in names are trimmed and put in lower case', () => {
    const given = {
      tenantId: ` ${GUID.toUpperCase()} `,
      integrationAccount: 'Work365@Contoso.COM ',
    };

    expect(readSettings(given).settings).toEqual({
      tenantId: GUID,
      integrationAccount: 'work365@contoso.com',
    });
  });

  test('a list may come as one text with commas, as some management tools deliver it', () => {
    expect(readSettings({ guides: 'one, two,' }).settings.guides).toEqual(['one', 'two']);
  });

  test.each([
    ['the JSON of a list, as a single field of a form holds it', '["one", "two"]'],
    ['a registry key whose names do not begin with 1', { '5': 'one', '12': 'two' }],
    ['a text with commas and blanks', ' one , two ,'],
  ])('a list may come as %s', (_, given) => {
    expect(readSettings({ guides: given }).settings.guides).toEqual(['one', 'two']);
  });

  test.each([
    ['the beginning of a list', '["one"'],
    ['a list with a number', '["one", 2]'],
    ['an object with names', { one: 'two' }],
    ['a number', 7],
  ])('%s is no list; it is named and the rest applies', (_, given) => {
    const { settings, ignored } = readSettings({ guides: given, cloud: 'china' });

    expect(settings).toEqual({ cloud: 'china' });
    expect(ignored).toEqual([
      {
        name: 'guides',
        value: given,
        because: expect.objectContaining({ id: 'because.not-a-list' }),
      },
    ]);
  });

  test.each([[1], [0], [true], [false]])('%j is judged as what it says, and named', (given) => {
    const { settings, ignored } = readSettings({ panel: given, language: 'de' });

    expect(settings).toEqual({ language: 'de' });
    expect(ignored.map(({ value }) => value)).toEqual([given]);
  });

  test.each([[undefined], [null], ['text'], [42], [[]]])('%j is no policy at all', (given) => {
    expect(readSettings(given)).toEqual({ settings: {}, ignored: [] });
  });

  test('names every object has are no settings', () => {
    const given = JSON.parse('{"__proto__":{"cloud":"china"},"constructor":"x","toString":"y"}');
    const { settings, ignored } = readSettings(given);

    expect(settings).toEqual({});
    expect(settings.cloud).toBeUndefined();
    expect(ignored.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['constructor', 'toString']),
    );
  });
});

test('whatever is delivered, reading never fails, and each part is either applied or named', () => {
  const delivered = fc.dictionary(
    fc.oneof(fc.constantFrom(...names), fc.string()),
    fc.oneof(fc.constantFrom(...Object.values(GOOD)), fc.jsonValue()),
  );
  fc.assert(
    fc.property(delivered, (given) => {
      const { settings, ignored } = readSettings(given);
      const given_ = Object.entries(given).filter(([, value]) => value !== '' && value !== null);
      const seen = [...Object.keys(settings), ...ignored.map(({ name }) => name)];
      expect(seen.sort()).toEqual(given_.map(([name]) => name).sort());
      expect(readSettings(settings)).toEqual({ settings, ignored: [] });
    }),
  );
});
