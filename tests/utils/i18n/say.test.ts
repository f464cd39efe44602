import { describe, expect, test } from 'vitest';
import { guideTexts, localiseGuide } from '@/utils/i18n/guide-words.ts';
import { chooseLanguage, direction } from '@/utils/i18n/languages.ts';
import { pseudoCatalogue } from '@/utils/i18n/pseudo.ts';
import { readerOf } from '@/utils/i18n/reader.ts';
import { createSay } from '@/utils/i18n/say.ts';
import { sayFrom } from '@/utils/i18n/say-from.ts';
import { clockTime, countdown, duration, formattingLocale } from '@/utils/i18n/times.ts';

describe('saying', () => {
  const say = sayFrom(
    [
      { here: 'Ici', steps: { one: '{count} étape', other: '{count} étapes' } },
      { here: 'Here', there: 'There, {name}', at: 'at {at:time}' },
    ],
    'fr',
  );

  test('falls back key by key', () => {
    expect(say({ id: 'here' })).toBe('Ici');
    expect(say({ id: 'there', values: { name: 'Mira' } })).toBe('There, Mira');
  });

  test('an id nobody knows is said as itself, and a missing value stays visible', () => {
    expect(say({ id: 'no.such' })).toBe('no.such');
    expect(say({ id: 'there' })).toBe('There, {name}');
  });

  test('counts as the language counts', () => {
    expect(say({ id: 'steps', values: { count: 0 } })).toBe('0 étape');
    expect(say({ id: 'steps', values: { count: 2 } })).toBe('2 étapes');
  });

  test('times are written as the reader writes them; values that only contain one are not', () => {
    const english = sayFrom([{ at: 'at {at:time}', on: '{at}' }], 'en-GB');
    const at = '2026-11-23T10:48:00Z';

    expect(english({ id: 'at', values: { at } })).toBe(`at ${clockTime(at, 'en-GB')}`);
    expect(english({ id: 'on', values: { at } })).toMatch(/23 Nov 2026/);
    expect(english({ id: 'on', values: { at: `x ${at}` } })).toBe(`x ${at}`);
  });

  test('what a value holds is never read as a placeholder', () => {
    const echo = sayFrom([{ echo: '{a}{b}' }], 'en');

    expect(echo({ id: 'echo', values: { a: '{b}', b: '!' } })).toBe('{b}!');
  });
});

describe('languages', () => {
  test.each([
    ['de', ['fr'], 'de'],
    [undefined, ['de-AT', 'en'], 'de'],
    [undefined, ['pt-BR', 'nl'], 'nl'],
    [undefined, ['pt'], 'en'],
    ['tlh', ['ja'], 'ja'],
    ['en-XA', [], 'en-XA'],
  ])('chosen %s, browser %j: %s', (chosen, browser, expected) => {
    expect(chooseLanguage(chosen, browser)).toBe(expected);
  });

  test('the mirrored pseudo-language runs from right to left', () => {
    expect(direction('ar-XB')).toBe('rtl');
    expect(direction('nl')).toBe('ltr');
  });

  test('dates follow the reader’s region only when it speaks our language', () => {
    expect(formattingLocale('en', 'en-US')).toBe('en-US');
    expect(formattingLocale('de', 'en-US')).toBe('de');
    expect(formattingLocale('en', 'de-DE')).toBe('en-GB');
  });

  test('a pseudo-language keeps placeholders and is a third longer', () => {
    const { hi } = pseudoCatalogue({ hi: 'Open {page} in the portal' }, 'en-XA');

    expect(hi).toContain('{page}');
    expect(hi).not.toContain('Open');
    expect(String(hi).length).toBeGreaterThanOrEqual('Open {page} in the portal'.length * 1.3);
  });
});

describe('times', () => {
  test('a countdown never runs below zero, and keeps two digits of seconds', () => {
    expect(countdown(252_000)).toBe('4:12');
    expect(countdown(61_000)).toBe('1:01');
    expect(countdown(-5)).toBe('0:00');
  });

  test('a duration is one rounded unit', () => {
    expect(duration(31 * 60_000, 'en-GB')).toBe('31 minutes');
    expect(duration(3 * 3_600_000, 'de')).toBe('3 Stunden');
    expect(duration(0, 'en-GB')).toBe('1 minute');
  });
});

describe('guide words', () => {
  test('every text of a guide has an id of its own, and translates by it', async () => {
    const { guide } = await readerOf('en', [], 'work365-partner-center');
    if (!guide) throw new Error('The guide is missing.');
    const texts = guideTexts(guide);
    const id = 'work365-partner-center/admin-agent/title';

    expect(texts[id]).toBe('Admin agent role');
    expect(Object.keys(texts).length).toBeGreaterThan(80);

    const german = localiseGuide(guide, { [id]: 'Rolle' });
    const step = german.steps.find((one) => one.id === 'admin-agent');
    expect(step?.title).toBe('Rolle');
    expect(step?.why).toBe(texts['work365-partner-center/admin-agent/why']);
  });

  test('a control is named as the portal names it, where that is known', async () => {
    const { guide } = await readerOf('en', [], 'work365-partner-center');
    if (!guide) throw new Error('The guide is missing.');

    const german = localiseGuide(guide, {}, { 'Admin agent': ['Administrator-Agent', 'Admin'] });
    const step = german.steps.find((one) => one.id === 'account-exists');

    expect(step?.next).toContain('[Administrator-Agent]');
    expect(step?.next).toContain('[Save]');
  });

  test('the portal’s language names the controls, whatever language the words are in', async () => {
    const next = async (language: string, portal?: string) => {
      const { guide } = await readerOf(language, [], 'work365-partner-center', portal);
      return guide?.steps.find((one) => one.id === 'account-exists')?.next ?? '';
    };
    const german = await next('en', 'de-AT');

    expect(await next('en', 'en')).toContain('[Save]');
    expect(german).toContain('[Speichern]');
    expect(german).toContain('Create a separate account');
    expect(await next('de', 'en-US')).toContain('[Save]');
    expect(await next('de')).toContain('[Speichern]');
  });

  test('a language speaks its own words once it is loaded', async () => {
    const say = await createSay('de');

    expect(say({ id: 'check.now' })).toBe('Jetzt prüfen');
  });
});
