/** Languages with a folder in `locales/`. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'nl'] as const;

/** English in accents and a third longer, and English from right to left: to test layouts by eye. */
export const PSEUDO_LANGUAGES = ['en-XA', 'ar-XB'] as const;

export type Language = (typeof LANGUAGES)[number] | (typeof PSEUDO_LANGUAGES)[number];

const ALL: readonly Language[] = [...LANGUAGES, ...PSEUDO_LANGUAGES];

function match(tag: string): Language | undefined {
  const wanted = tag.toLowerCase();
  const [main] = wanted.split('-');
  return (
    ALL.find((language) => language.toLowerCase() === wanted) ??
    LANGUAGES.find((language) => language === main)
  );
}

/**
 * The interface language: what the organisation or the reader chose, else the browser's first
 * language that we speak, else English.
 */
export function chooseLanguage(
  chosen: string | undefined,
  browserLanguages: readonly string[],
): Language {
  const wishes = chosen ? [chosen, ...browserLanguages] : browserLanguages;
  for (const wish of wishes) {
    const found = match(wish);
    if (found) return found;
  }
  return 'en';
}

export function direction(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/i.test(language) ? 'rtl' : 'ltr';
}

/** Name of a language in that language, for a list to choose from. */
export function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
