import { browser } from 'wxt/browser';
import type { Guide } from '../domain/guide.ts';
import type { PortalLabels } from '../guidance/localise.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { localiseGuide } from '../i18n/guide-words.ts';
import { chooseLanguage, type Language } from '../i18n/languages.ts';
import { type Say, sayFrom } from '../i18n/say-from.ts';
import type { Settings } from '../policy/settings.ts';

// Not lazy: a service worker may not import while it runs.
const guideWords = import.meta.glob<Catalogue>('../../locales/*/guides.json', {
  eager: true,
  import: 'default',
});
const ringWords = import.meta.glob<Catalogue>('../../locales/*/ring.json', {
  eager: true,
  import: 'default',
});
const portalLabels = import.meta.glob<PortalLabels>('../../locales/*/portal-labels.json', {
  eager: true,
  import: 'default',
});

const NAMES = new Map<unknown, string>([
  [guideWords, 'guides.json'],
  [ringWords, 'ring.json'],
  [portalLabels, 'portal-labels.json'],
]);

function inLanguage<Value>(files: Record<string, Value>, language: string): Value | undefined {
  return files[`../../locales/${language}/${NAMES.get(files)}`];
}

/** The portals' own words for the language a page is shown in, e.g. `de` for `de-AT`. */
export function labelsFor(pageLanguage: string): PortalLabels {
  const [language = 'en'] = pageLanguage.toLowerCase().split('-');
  return inLanguage(portalLabels, language) ?? {};
}

export function readerLanguage(settings: Settings): Language {
  return chooseLanguage(settings.language, [browser.i18n.getUILanguage()]);
}

// Both are asked for at every word of every frame, and stay the same.
const spoken = new Map<Language, Say>();
const guides = new WeakMap<Guide, Map<string, Guide>>();

/** Speaks for the background: the ring's label, the chip, the toolbar button. */
export function sayIn(language: Language): Say {
  const known = spoken.get(language);
  if (known) return known;
  const catalogues = [inLanguage(ringWords, language), inLanguage(ringWords, 'en')];
  const say = sayFrom(
    catalogues.filter((catalogue) => catalogue !== undefined),
    language,
  );
  spoken.set(language, say);
  return say;
}

/** Our words in the reader's language, the names of controls in the language of the page. */
export function guideFor(guide: Guide, language: Language, pageLanguage: string): Guide {
  const known = guides.get(guide) ?? new Map<string, Guide>();
  guides.set(guide, known);
  const key = `${language}/${pageLanguage}`;
  const there = known.get(key);
  if (there) return there;
  const words = inLanguage(guideWords, language) ?? {};
  const localised = localiseGuide(guide, words, labelsFor(pageLanguage));
  known.set(key, localised);
  return localised;
}
