import type { SettingHealth } from '../domain/settings-report.ts';
import { asRecord, isEmpty, readSettings } from './read-settings.ts';
import {
  declared,
  isSettingName,
  SETTING_NAMES,
  type SettingName,
  type Settings,
} from './settings.ts';

/**
 * Every declared setting with what came, what was made of it and what applies; then each name that
 * came and is none.
 *
 * @param received what the browser handed over from the organisation's policy
 * @param own what the administrator set
 * @param guideIds the guides there are; absent: any id will do
 */
export function examineSettings(
  received: unknown,
  own: Settings,
  guideIds?: readonly string[],
): readonly SettingHealth[] {
  const came = asRecord(received);
  const { settings, ignored } = readSettings(received, guideIds);
  const of = (name: SettingName): SettingHealth => ({
    name,
    ...(Object.hasOwn(came, name) ? { received: came[name] } : {}),
    ...madeOf(name),
    ...applying(name, settings, own),
  });
  const madeOf = (name: SettingName): Pick<SettingHealth, 'made' | 'because'> => {
    if (!Object.hasOwn(came, name)) return { made: 'unset' };
    if (isEmpty(came[name])) return { made: 'empty' };
    const refused = ignored.find((one) => one.name === name);
    if (refused) {
      const made = settings[name] === undefined ? 'ignored' : 'part';
      return { made, because: refused.because };
    }
    return { made: isSame(came[name], settings[name]) ? 'taken' : 'rewritten' };
  };
  const strangers = ignored.filter(({ name }) => !isSettingName(name));
  return [
    ...SETTING_NAMES.map(of),
    ...strangers.map(
      ({ name, value, because }): SettingHealth => ({
        name,
        received: value,
        made: 'ignored',
        because,
        by: 'nobody',
      }),
    ),
  ];
}

function applying(
  name: SettingName,
  policy: Settings,
  own: Settings,
): Pick<SettingHealth, 'applies' | 'by'> {
  if (policy[name] !== undefined) return { applies: policy[name], by: 'policy' };
  if (own[name] !== undefined) return { applies: own[name], by: 'you' };
  const unset = declared(name).default;
  return unset === undefined ? { by: 'nobody' } : { applies: unset, by: 'default' };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
