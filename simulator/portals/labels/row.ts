/** Languages the portals speak, in the order of a label's columns. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One label in one language; a pair holds the current and the older spelling. */
type Spelling = string | readonly [current: string, older: string];

/** One label in every language. */
export type Row = readonly [
  en: Spelling,
  de: Spelling,
  fr: Spelling,
  es: Spelling,
  ja: Spelling,
  nl: Spelling,
];

/** The label in a language and generation of the portals. */
export function spell(row: Row, language: Language, generation: 'current' | 'older'): string {
  const spelling = row[LANGUAGES.indexOf(language)] ?? row[0];
  if (typeof spelling === 'string') return spelling;
  return generation === 'older' ? spelling[1] : spelling[0];
}
