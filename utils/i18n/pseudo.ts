import type { Catalogue, Message } from './message.ts';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  d: 'ð',
  e: 'ë',
  g: 'ğ',
  i: 'ï',
  l: 'ł',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  t: 'ţ',
  u: 'û',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  D: 'Ð',
  E: 'Ë',
  I: 'Î',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
};

/** Applies `change` to what is read, never to a `{placeholder}`. */
function outsidePlaceholders(text: string, change: (part: string) => string): string {
  return text
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? part : change(part)))
    .join('');
}

function accented(text: string): string {
  const changed = outsidePlaceholders(text, (part) =>
    part.replace(/[a-zA-Z]/g, (letter) => ACCENTS[letter] ?? letter),
  );
  return `${changed}${' ~'.repeat(Math.ceil((text.length * 0.3) / 2))}`;
}

/** Right-to-left override round each word, as Android's `ar-XB` does. */
function mirrored(text: string): string {
  return outsidePlaceholders(text, (part) => part.replace(/[\p{L}\p{N}]+/gu, '\u202e$&\u202c'));
}

/** English made strange on purpose, so that untranslated words and tight layouts show. */
export function pseudoCatalogue(english: Catalogue, language: 'en-XA' | 'ar-XB'): Catalogue {
  const change = language === 'en-XA' ? accented : mirrored;
  const each = (message: Message): Message =>
    typeof message === 'string'
      ? change(message)
      : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, change(text)]));
  return Object.fromEntries(Object.entries(english).map(([id, message]) => [id, each(message)]));
}
