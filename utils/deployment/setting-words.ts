import type { Catalogue } from '../i18n/message.ts';
import { declared, SETTING_NAMES, type SettingName } from '../policy/settings.ts';

/** Title and description of every setting in one language. */
export type SettingWords = Readonly<
  Record<SettingName, Readonly<{ title: string; description: string }>>
>;

/** Ids under which `locales/<language>/settings.json` translates the settings. */
export function settingMessages(): Catalogue {
  return Object.fromEntries(
    SETTING_NAMES.flatMap((name) => [
      [`setting.${name}`, declared(name).title],
      [`setting.${name}.more`, declared(name).description],
    ]),
  );
}

/** The settings in the words of a catalogue, in English where it has none. */
export function settingWords(catalogue: Catalogue): SettingWords {
  const messages = { ...settingMessages(), ...catalogue };
  const text = (id: string) => String(messages[id]);
  const entries = SETTING_NAMES.map((name) => [
    name,
    { title: text(`setting.${name}`), description: text(`setting.${name}.more`) },
  ]);
  return Object.fromEntries(entries) as SettingWords;
}
