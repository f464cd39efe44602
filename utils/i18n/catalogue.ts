import type { Language } from './languages.ts';
import type { Catalogue } from './message.ts';
import { pseudoCatalogue } from './pseudo.ts';

export type { Catalogue, Message } from './message.ts';

type Loader = () => Promise<Catalogue>;

const files = import.meta.glob<Catalogue>(
  [
    '../../locales/*/messages.json',
    '../../locales/*/checks.json',
    '../../locales/*/sign-in.json',
    '../../locales/*/scopes.json',
    '../../locales/*/diagnostics.json',
    '!../../locales/en/*',
  ],
  { import: 'default' },
);
const englishFiles = import.meta.glob<Catalogue>(
  [
    '../../locales/en/messages.json',
    '../../locales/en/checks.json',
    '../../locales/en/sign-in.json',
    '../../locales/en/scopes.json',
    '../../locales/en/diagnostics.json',
  ],
  { import: 'default', eager: true },
);
const guideFiles = import.meta.glob<Catalogue>('../../locales/*/guides.json', {
  import: 'default',
});

/** English label of a control to the spellings a portal shows in another language, likeliest first. */
export type Labels = Readonly<Record<string, readonly string[]>>;

const labelFiles = import.meta.glob<Labels>('../../locales/*/portal-labels.json', {
  import: 'default',
});

async function load(from: Record<string, Loader>, language: string): Promise<Catalogue> {
  const wanted = Object.entries(from).filter(([path]) => path.includes(`/locales/${language}/`));
  const parts = await Promise.all(wanted.map(([, read]) => read()));
  return Object.assign({}, ...parts);
}

let merged: Catalogue | undefined;

/** Our words in English. It stands behind every language, so that every page starts with it. */
export function english(): Catalogue {
  merged ??= Object.assign({}, ...Object.values(englishFiles)) as Catalogue;
  return merged;
}

/** Our words in one language: panel, options, report, checks and sign-in. */
export async function loadMessages(language: Language): Promise<Catalogue> {
  if (language === 'en') return english();
  if (language === 'en-XA' || language === 'ar-XB') return pseudoCatalogue(english(), language);
  return load(files, language);
}

/** Guide words in one language; English is inline in the guides, so `en` is empty. */
export function loadGuideWords(language: Language): Promise<Catalogue> {
  return load(guideFiles, language);
}

/** The portals' own words in one language. */
export async function loadLabels(language: string): Promise<Labels> {
  const read = labelFiles[`../../locales/${language}/portal-labels.json`];
  return read ? read() : {};
}
