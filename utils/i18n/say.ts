import { english, loadMessages } from './catalogue.ts';
import { chooseLanguage, type Language } from './languages.ts';
import { type Say, sayFrom } from './say-from.ts';
import { formattingLocale } from './times.ts';

/** Loads one language, with English behind it for whatever is not translated yet. */
export async function createSay(language: string, browserLanguage = ''): Promise<Say> {
  const chosen: Language = chooseLanguage(language, []);
  const catalogues = chosen === 'en' ? [english()] : [await loadMessages(chosen), english()];
  return sayFrom(catalogues, formattingLocale(chosen, browserLanguage));
}
