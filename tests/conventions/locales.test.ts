import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingMessages } from '@/utils/deployment/setting-words.ts';
import type { Guide } from '@/utils/domain/guide.ts';
import { guideTexts } from '@/utils/i18n/guide-words.ts';
import { LANGUAGES } from '@/utils/i18n/languages.ts';
import { code, exists, files, ROOT, read, SHIPPED } from './repository.ts';

type Texts = Readonly<Record<string, unknown>>;

const guides = import.meta.glob<Guide>('/guides/*/guide.ts', { eager: true, import: 'default' });
const guideWords: Texts = Object.assign({}, ...Object.values(guides).map(guideTexts));
const catalogues = files(/\.json$/, ['locales/en']).map((file) => path.basename(file));

function json(file: string): Texts {
  return JSON.parse(read(file)) as Texts;
}

/** Names in braces, whatever the language does with their order or format. */
function placeholders(text: unknown): string[] {
  const found = [...JSON.stringify(text).matchAll(/\{(\w+)(?::\w+)?\}/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set(found)].sort();
}

/** What a translation of a file translates. */
function english(name: string): Texts {
  if (name === 'guides.json') return guideWords;
  return name === 'settings.json' ? settingMessages() : json(`locales/en/${name}`);
}

test('every language that can be chosen has a folder, and no other', () => {
  const folders = readdirSync(path.join(ROOT, 'locales'));

  expect(folders.sort()).toEqual([...LANGUAGES].sort());
});

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  test.each([...catalogues, 'guides.json', 'settings.json', 'portal-labels.json'])(
    'has %s',
    (name) => {
      expect(exists(`locales/${language}/${name}`)).toBe(true);
    },
  );

  test.each(['settings.json', 'deployment.json'])('%s leaves nothing in English', (name) => {
    const missing = Object.keys(english(name)).filter(
      (id) => !(id in json(`locales/${language}/${name}`)),
    );

    expect(missing).toEqual([]);
  });

  const translated = [...catalogues, 'guides.json', 'settings.json'].filter((name) =>
    exists(`locales/${language}/${name}`),
  );

  test.each(translated)('%s translates only what there is', (name) => {
    const known = Object.keys(english(name));
    const unknown = Object.keys(json(`locales/${language}/${name}`)).filter(
      (id) => !known.includes(id),
    );

    expect(unknown).toEqual([]);
  });

  test.each(translated)('%s fills the same values in', (name) => {
    const source = english(name);
    const differing = Object.entries(json(`locales/${language}/${name}`))
      .filter(([id, text]) => placeholders(text).join() !== placeholders(source[id] ?? '').join())
      .map(([id]) => id);

    expect(differing).toEqual([]);
  });
});

test('the portals’ words map names that some locator asks for', () => {
  const asked = JSON.stringify(Object.values(guides));
  const labels = files(/portal-labels\.json$/, ['locales']).flatMap((file) =>
    Object.keys(json(file)).map((label) => ({ file, label })),
  );

  expect(labels.filter(({ label }) => !asked.includes(JSON.stringify(label)))).toEqual([]);
});

test('every sentence the code says by name exists in English', () => {
  const sources = files(/\.tsx?$/, SHIPPED);
  const said = sources.flatMap((file) =>
    [...code(file).matchAll(/\bwords\(\s*'([^']+)'/g)].map(([, id = '']) => ({ file, id })),
  );
  const known = new Set(catalogues.flatMap((name) => Object.keys(json(`locales/en/${name}`))));

  expect(said.length).toBeGreaterThan(50);
  expect(said.filter(({ id }) => !known.has(id))).toEqual([]);
});

test('no sentence shouts', () => {
  const loud = files(/\.json$/, ['locales']).flatMap((file) =>
    Object.entries(json(file))
      .filter(([, text]) => /[!！](?!\w)/.test(JSON.stringify(text)))
      .map(([id]) => `${file}: ${id}`),
  );

  expect(loud).toEqual([]);
});
