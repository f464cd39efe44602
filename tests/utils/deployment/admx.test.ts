import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { artefactsOf } from '@/utils/deployment/artefacts.ts';
import { managedKey } from '@/utils/deployment/browsers.ts';
import { settingMessages, settingWords } from '@/utils/deployment/setting-words.ts';
import { admlText, admxText } from '@/utils/deployment/windows/admx.ts';
import type { Catalogue } from '@/utils/i18n/message.ts';
import { declared, SETTING_NAMES } from '@/utils/policy/settings.ts';
import { EVERYTHING, hostileText } from './a-deployment.ts';
import { all, attribute, dangling, readXml } from './readers/admx.ts';

const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
const catalogues = import.meta.glob<Catalogue>('/locales/*/settings.json', {
  eager: true,
  import: 'default',
});
const translations = Object.fromEntries(
  Object.entries(catalogues).map(([file, words]) => [file.split('/')[2], words]),
);
const files = artefactsOf(EVERYTHING, translations);
const templates = files.filter(({ kind }) => kind === 'adml');
const admx = readXml(admxText(EVERYTHING));

describe('the Group Policy template', () => {
  test('offers every setting for every browser, and nothing else', () => {
    const offered = all(admx, 'policy').map((one) => attribute(one, 'name'));

    expect(offered).toEqual(
      BROWSERS.flatMap((browser) => SETTING_NAMES.map((name) => `${browser}_${name}`)),
    );
  });

  test('writes each to the key and name where its browser reads it', () => {
    for (const policy of all(admx, 'policy')) {
      const [browser = '', name = ''] = attribute(policy, 'name').split('_');
      const key = managedKey(browser as (typeof BROWSERS)[number], EVERYTHING);
      const [list] = all(policy, 'list');
      const [value] = [...all(policy, 'text'), ...all(policy, 'enum')];
      expect(attribute(policy, 'key')).toBe(key);
      expect(value ? attribute(value, 'valueName') : '').toBe(list ? '' : name);
      if (list) expect(attribute(list, 'key')).toBe(`${key}\\${name}`);
    }
  });

  test('takes exactly the values that are declared', () => {
    for (const policy of all(admx, 'policy')) {
      const [, name = ''] = attribute(policy, 'name').split('_');
      const { values, offered } = declared(name as (typeof SETTING_NAMES)[number]);
      const written = all(policy, 'item').map((item) => item.textContent?.trim());
      expect(written).toEqual([...(values ?? offered ?? [])]);
    }
  });

  test('numbers the values of a list from 1, as every browser reads them', () => {
    const lists = all(admx, 'list');

    expect(lists).toHaveLength(BROWSERS.length);
    for (const list of lists) {
      expect(list.hasAttribute('valuePrefix')).toBe(true);
      expect(attribute(list, 'valuePrefix')).toBe('');
      expect(list.hasAttribute('valueName')).toBe(false);
    }
  });

  test('refers to no other template, so that it can be imported alone', () => {
    expect(all(admx, 'using')).toEqual([]);
    expect(admxText(EVERYTHING)).not.toMatch(/ref="\w+:/);
  });
});

describe('its words', () => {
  test('are there in six languages', () => {
    expect(templates.map(({ path }) => path.split('/')[1]).sort()).toEqual([
      'de-DE',
      'en-US',
      'es-ES',
      'fr-FR',
      'ja-JP',
      'nl-NL',
    ]);
  });

  test.each(templates.map((file) => [file.path, file] as const))(
    '%s has every string and control that the template asks for',
    (_, { text }) => {
      expect(dangling(admx, readXml(text))).toEqual([]);
    },
  );

  test('a missing string, control or category is noticed', () => {
    const adml = admlText(settingWords({}));
    const lacking = [
      dangling(admx, readXml(adml.replace('id="cloud_explained"', 'id="x"'))),
      dangling(admx, readXml(adml.replace('refId="tenantId"', 'refId="y"'))),
      dangling(readXml(admxText(EVERYTHING).replace('ref="in_edge"', 'ref="z"')), readXml(adml)),
    ];

    expect(lacking.map((one) => one.length > 0)).toEqual([true, true, true]);
  });

  test('say for each setting what the declaration says', () => {
    const text = templates.find(({ path }) => path.includes('en-US'))?.text ?? '';
    const words = all(readXml(text), 'string').map((one) => [
      attribute(one, 'id'),
      one.textContent ?? '',
    ]);
    const table: Record<string, string> = Object.fromEntries(words);

    for (const name of SETTING_NAMES) {
      expect(table[name]).toBe(declared(name).title);
      expect(table[`${name}_explained`]).toContain(declared(name).description);
    }
  });

  test('are read as written, whatever a translation holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const words = Object.keys(settingMessages()).map((id) => [id, text]);
        const adml = readXml(admlText(settingWords(Object.fromEntries(words))));
        const [title] = all(adml, 'string').filter((one) => attribute(one, 'id') === 'tenantId');
        expect(title?.textContent).toBe(text);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
