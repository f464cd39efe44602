import type { Words } from '../domain/words.ts';
import type { Catalogue, Message } from './message.ts';
import { clockTime, dateTime } from './times.ts';

/** Says a sentence in the reader's language. An unknown id is said as itself. */
export type Say = (words: Words) => string;

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/**
 * Turns a value into text. An ISO 8601 time is written as the reader writes times; `{at:time}` in
 * a message asks for the clock alone.
 */
function written(value: string | number, format: string | undefined, locale: string): string {
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  const bare = value.replace(/[\u2068\u2069]/g, '');
  if (!ISO_TIME.test(bare)) return value;
  const time = format === 'time' ? clockTime(bare, locale) : dateTime(bare, locale);
  return value.replace(bare, time);
}

function textOf(message: Message, words: Words, rules: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  const count = words.values?.count;
  const form = typeof count === 'number' ? rules.select(count) : 'other';
  return message[form] ?? message.other ?? words.id;
}

/**
 * A `Say` over ready catalogues, the first one that has the id wins.
 *
 * Placeholders are `{name}`; one without a value stays visible, so that a test or a reader sees it.
 */
export function sayFrom(catalogues: readonly Catalogue[], locale: string): Say {
  const rules = new Intl.PluralRules(locale);
  return (words) => {
    const message = catalogues.find((catalogue) => words.id in catalogue)?.[words.id];
    if (message === undefined) return words.id;
    return textOf(message, words, rules).replace(
      /\{(\w+)(?::(\w+))?\}/g,
      (whole, name: string, format?: string) => {
        const value = words.values?.[name];
        return value === undefined ? whole : written(value, format, locale);
      },
    );
  };
}
