import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examineSettings } from '@/utils/policy/examine-settings.ts';
import { readSettings } from '@/utils/policy/read-settings.ts';
import { SETTING_NAMES } from '@/utils/policy/settings.ts';

const GUID = '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b';

function one(name: string, received: unknown, own = {}) {
  return examineSettings(received, own).find((setting) => setting.name === name);
}

describe('what was made of what came', () => {
  test.each([
    ['taken as it is', { cloud: 'usgov' }, { made: 'taken', applies: 'usgov', by: 'policy' }],
    [
      'understood though it was written differently',
      { tenantId: ` ${GUID.toUpperCase()}` },
      { made: 'rewritten', applies: GUID, by: 'policy' },
    ],
    [
      'a list that came as a text',
      { guides: 'one, two' },
      { made: 'rewritten', applies: ['one', 'two'], by: 'policy' },
    ],
    ['empty, so that it counts as not set', { clientId: '' }, { made: 'empty', by: 'nobody' }],
    ['nothing came', {}, { made: 'unset', by: 'nobody' }],
  ])('%s', (_, received, expected) => {
    const [name = 'clientId'] = Object.keys(received);
    const { received: __, name: ___, ...rest } = one(name, received) ?? {};

    expect(rest).toEqual(expected);
  });

  test('an ignored one is shown as it came, with the reason and what applies instead', () => {
    expect(one('cloud', { cloud: 'germany' }, { cloud: 'china' })).toEqual({
      name: 'cloud',
      received: 'germany',
      made: 'ignored',
      because: { id: 'because.one-of', values: { known: 'global, usgov, usgovdod, china' } },
      applies: 'china',
      by: 'you',
    });
  });

  test.each([
    [['one', 'three'], { made: 'part', applies: ['one'], by: 'policy' }],
    [['three'], { made: 'ignored', by: 'nobody' }],
  ])('of the guides %j those that exist apply, and the doctor says which exist', (guides, made) => {
    const [setting] = examineSettings({ guides }, {}, ['one', 'two']).filter(
      ({ name }) => name === 'guides',
    );

    expect(setting).toEqual({
      name: 'guides',
      received: guides,
      because: { id: 'because.one-of', values: { known: 'one, two' } },
      ...made,
    });
  });

  test('the organisation goes before you, and you before the default', () => {
    const by = (received: object, own: object) => one('panel', received, own)?.by;

    expect(by({ panel: 'off' }, { panel: 'auto' })).toBe('policy');
    expect(by({}, { panel: 'off' })).toBe('you');
    expect(by({}, {})).toBe('default');
  });
});

describe('a name that is no setting', () => {
  test.each([
    ['tenantID', 'tenantId'],
    ['partner_tier', 'partnerTier'],
    ['integrationaccount', 'integrationAccount'],
    ['guide', 'guides'],
    ['panle', 'panel'],
  ])('%s: %s is meant, perhaps', (name, near) => {
    expect(one(name, { [name]: 'x' })?.because).toEqual({
      id: 'because.near-name',
      values: { near },
    });
  });

  test.each(['companyName', 'enabled', '', 'id'])('%j: the names there are', (name) => {
    expect(one(name, { [name]: 'x' })?.because).toEqual({
      id: 'because.unknown-name',
      values: { known: SETTING_NAMES.join(', ') },
    });
  });
});

test('whatever came, every setting has one line that agrees with what applies, and every stranger one', () => {
  const names = fc.oneof(fc.constantFrom<string>(...SETTING_NAMES), fc.string());
  const delivered = fc.dictionary(
    names,
    fc.oneof(fc.constantFrom('global', 'off', GUID), fc.jsonValue()),
  );
  fc.assert(
    fc.property(delivered, (received) => {
      const examined = examineSettings(received, {});
      const { settings, ignored } = readSettings(received);
      const byPolicy = examined.filter(({ by }) => by === 'policy');

      expect(Object.fromEntries(byPolicy.map(({ name, applies }) => [name, applies]))).toEqual(
        settings,
      );
      expect(
        examined
          .filter(({ made }) => made === 'ignored')
          .map(({ name }) => name)
          .sort(),
      ).toEqual(ignored.map(({ name }) => name).sort());
      expect(examined.slice(0, SETTING_NAMES.length).map(({ name }) => name)).toEqual(
        SETTING_NAMES,
      );
    }),
  );
});
