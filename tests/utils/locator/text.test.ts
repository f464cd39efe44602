import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldFor, longestWord } from '@/utils/locator/text.ts';

const fold = foldFor('en-GB');

describe('two spellings of one name are equal', () => {
  test.each([
    ['white space', 'Add \n\t user\u00A0'],
    ['letter case', 'ADD user'],
    ['an icon glyph before it', '\uE710Add user'],
    ['an icon glyph beyond the first plane', '\u{F0415} Add user'],
    ['a required mark', 'Add user *'],
    ['a full-width required mark', 'Add user ＊'],
    ['invisible characters', 'Add\u200B us\u00ADer\u200E'],
    ['full-width letters', 'Ａｄｄ user'],
  ])('%s', (_, text) => {
    expect(fold(text)).toBe(fold('Add user'));
  });

  test('apostrophes, dashes and dots', () => {
    expect(fold('organization’s per‑user…')).toBe(fold("organization's per-user..."));
  });
});

test.each([
  ['Add user', 'Add users'],
  ['Save', 'Save as'],
  ['Résumé', 'Resume'],
  ['MFA * settings', 'MFA settings'],
])('“%s” is not “%s”', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test('letter case follows the language of the page, where it has rules of its own', () => {
  expect(foldFor('tr')('İPTAL ISI')).toBe('iptal ısı');
  expect(foldFor('en')('ISI')).toBe('isi');
});

test('an unknown or empty language is compared by the general rules', () => {
  for (const language of ['', 'xx-not-a-language-tag', 'en_US']) {
    expect(foldFor(language)('Add USER')).toBe('add user');
  }
});

test('folding twice changes nothing more', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = fold(text).replace(/ ?\*+ ?$/, '');
      expect(fold(once)).toBe(fold(fold(once)));
    }),
  );
});

test('any element that is called so contains the longest word of the name', () => {
  expect(longestWord('assists your customers as')).toBe('customers');
  expect(longestWord('ユーザーの追加')).toBe('ユーザーの追加');
});
