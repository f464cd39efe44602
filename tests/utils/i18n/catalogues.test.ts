import { describe, expect, test } from 'vitest';
import type { Guide } from '@/utils/domain/guide.ts';
import { type Catalogue, loadMessages, type Message } from '@/utils/i18n/catalogue.ts';
import { guideTexts } from '@/utils/i18n/guide-words.ts';
import { LANGUAGES } from '@/utils/i18n/languages.ts';
import { sayFrom } from '@/utils/i18n/say-from.ts';

const files = import.meta.glob<Catalogue>('/locales/*/*.json', { import: 'default', eager: true });

function catalogue(language: string, file: string): Catalogue | undefined {
  return files[`/locales/${language}/${file}.json`];
}

/**
 * What a translation must keep: the placeholders of every form, and as many [brackets], which name
 * controls of a portal.
 */
function shapeOf(message: Message | undefined): string {
  const texts = typeof message === 'string' ? [message] : Object.values(message ?? {});
  const placeholders = texts.flatMap((text) => text.match(/\{\w+(?::\w+)?\}/g) ?? []);
  const labels = typeof message === 'string' ? (message.match(/\[[^\]]+\]/g) ?? []).length : 0;
  return `${[...new Set(placeholders)].sort().join()} ${labels}`;
}

const FILES = ['messages', 'checks', 'sign-in', 'scopes', 'ring', 'diagnostics'];
const guideFiles = import.meta.glob<Guide>('/guides/*/guide.ts', {
  import: 'default',
  eager: true,
});
const guideWords: Catalogue = Object.assign({}, ...Object.values(guideFiles).map(guideTexts));

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

describe.each(OTHERS)('%s', (language) => {
  test.each(FILES)('says everything that English says in %s, and no more', (file) => {
    const english = catalogue('en', file) ?? {};
    const own = catalogue(language, file) ?? {};
    const missing = Object.keys(english).filter((id) => !(id in own));
    const extra = Object.keys(own).filter((id) => !(id in english));

    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
  });

  test.each(FILES)('takes the same values as English in %s', (file) => {
    const source = catalogue('en', file) ?? {};
    const differing = Object.entries(catalogue(language, file) ?? {})
      .filter(([id]) => id in source)
      .filter(([id, message]) => shapeOf(message) !== shapeOf(source[id]))
      .map(([id]) => id);

    expect(differing).toEqual([]);
  });

  test('guide words belong to a text of a guide, and mark the same controls', () => {
    const translated = Object.entries(catalogue(language, 'guides') ?? {});
    const marks = (text: Message | undefined) =>
      String(text)
        .match(/\[[^\]]+\]/g)
        ?.sort()
        .join();
    const wrong = translated.filter(
      ([id, text]) => !(id in guideWords) || marks(text) !== marks(guideWords[id]),
    );

    expect(translated.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test('has every plural form its language needs', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const own = FILES.flatMap((file) => Object.entries(catalogue(language, file) ?? {}));
    const lacking = own.filter(
      ([, message]) => typeof message !== 'string' && !('other' in message),
    );

    expect(pluralCategories).toContain('other');
    expect(lacking).toEqual([]);
  });

  test('names and describes the extension for the stores, within their limit', () => {
    const store = catalogue(language, 'store') as Record<string, { message: string }> | undefined;

    expect(store?.extensionName?.message).toBe('Waymark');
    expect(store?.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

test('no two English files use the same id', async () => {
  const ids = ['messages', 'checks', 'sign-in', 'scopes', 'diagnostics'].flatMap((file) =>
    Object.keys(catalogue('en', file) ?? {}),
  );

  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(Object.keys(await loadMessages('en')).length).toBe(ids.length);
});

test('no text shouts', () => {
  const shouting = Object.entries(files).flatMap(([path, texts]) =>
    JSON.stringify(texts).includes('!') ? [path] : [],
  );

  expect(shouting.filter((path) => !path.endsWith('portal-labels.json'))).toEqual([]);
});

test.each([
  ['de', '1 von Ihnen bestätigt'],
  ['fr', '1 confirmée par vous'],
  ['es', '1 confirmado por usted'],
  ['nl', '1 bevestigd door u'],
])('one confirmed step is said in the singular: %s', (language, expected) => {
  const say = sayFrom([catalogue(language, 'messages') ?? {}], language);

  expect(say({ id: 'tally.admin', values: { count: 1 } })).toBe(expected);
});

test.each(['fr', 'es'])('%s: what agrees with a number has a form for one', (language) => {
  const ALWAYS_MANY = ['start.extent', 'check.changed'];
  const stiff = Object.entries(catalogue(language, 'messages') ?? {})
    .filter(([id, text]) => typeof text === 'string' && !ALWAYS_MANY.includes(id))
    .filter(([, text]) => /\{count\} (?:\S+ )?\S+s\b/.test(String(text)))
    .map(([id]) => id);

  expect(stiff).toEqual([]);
});
