import type { Guide } from '../domain/guide.ts';
import { loadGuideWords, loadLabels } from './catalogue.ts';
import { guideIn } from './guide-words.ts';
import { chooseLanguage, direction, type Language } from './languages.ts';
import { createSay } from './say.ts';
import type { Say } from './say-from.ts';
import { formattingLocale } from './times.ts';

const guides = import.meta.glob<Guide>('../../guides/*/guide.ts', {
  import: 'default',
  eager: true,
});

/** One reader: the language, how to say things in it, and the guide in it. */
export type Reader = Readonly<{
  say: Say;
  language: Language;
  /** Locale that dates and times are written in. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** Absent when the guide is not one of ours. */
  guide?: Guide;
}>;

/** Begins to load what a reader of the browser's language will most likely need. */
export function expectReader(browserLanguages: readonly string[]): void {
  const language = chooseLanguage(undefined, browserLanguages);
  void Promise.all([createSay(language), loadGuideWords(language), loadLabels(language)]);
}

/**
 * Loads everything that speaks to a reader; with English where a translation is missing.
 *
 * @param portalLanguage Language of the portal beside it; see `guideIn`.
 */
export async function readerOf(
  chosen: string | undefined,
  browserLanguages: readonly string[],
  guideId: string | undefined,
  portalLanguage?: string,
): Promise<Reader> {
  const language = chooseLanguage(chosen, browserLanguages);
  const [browserLanguage = ''] = browserLanguages;
  const guide = guideId ? guides[`../../guides/${guideId}/guide.ts`] : undefined;
  const [say, localised] = await Promise.all([
    createSay(language, browserLanguage),
    guide ? guideIn(language, guide, portalLanguage) : undefined,
  ]);
  return {
    say,
    language,
    locale: formattingLocale(language, browserLanguage),
    direction: direction(language),
    ...(localised ? { guide: localised } : {}),
  };
}
