import { settingMessages } from '../deployment/setting-words.ts';
import { LANGUAGES } from './languages.ts';
import type { Catalogue } from './message.ts';

type Loaders = Readonly<Record<string, () => Promise<Catalogue>>>;

const pages: Loaders = import.meta.glob<Catalogue>('../../locales/*/deployment.json', {
  import: 'default',
});
const settings: Loaders = import.meta.glob<Catalogue>('../../locales/*/settings.json', {
  import: 'default',
});

/** The deployment form in one language; for the panel these words would be dead weight. */
export async function loadDeploymentWords(language: string): Promise<Catalogue> {
  const [page, own] = await Promise.all([load(pages, language), load(settings, language)]);
  return { ...settingMessages(), ...(await load(pages, 'en')), ...page, ...own };
}

/** Every translation of the settings, by language. */
export async function loadSettingTranslations(): Promise<Readonly<Record<string, Catalogue>>> {
  const entries = LANGUAGES.map(async (language) => [language, await load(settings, language)]);
  return Object.fromEntries(await Promise.all(entries));
}

async function load(from: Loaders, language: string): Promise<Catalogue> {
  const [, read] = Object.entries(from).find(([file]) => file.includes(`/${language}/`)) ?? [];
  return read ? read() : {};
}
