import * as v from 'valibot';
import type { IgnoredSetting } from '../domain/settings-report.ts';
import { type Words, words } from '../domain/words.ts';
import {
  declared,
  isSettingName,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
} from './settings.ts';

export type ReadSettings = Readonly<{ settings: Settings; ignored: readonly IgnoredSetting[] }>;

/**
 * Reads settings leniently: each is judged alone, one that does not fit is ignored and named, and
 * the others still apply. One typing error must not disable a deployment.
 *
 * @param guideIds the guides there are; absent: any id will do
 */
export function readSettings(given: unknown, guideIds?: readonly string[]): ReadSettings {
  const ignored: IgnoredSetting[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(asRecord(given))) {
    if (isEmpty(value)) continue;
    const judged = isSettingName(name)
      ? judge(name, coerce(value, declared(name).type))
      : { because: unknownName(name) };
    if ('value' in judged) settings[name] = judged.value;
    else ignored.push({ name, value, because: judged.because });
  }
  const read = { settings, ignored };
  return guideIds ? withoutStrangers(read, guideIds) : read;
}

/** Ids that no guide has are left out and named. Where none remains the setting does not apply. */
function withoutStrangers(read: ReadSettings, guideIds: readonly string[]): ReadSettings {
  const { guides = [], ...others } = read.settings;
  const strangers = guides.filter((id) => !guideIds.includes(id));
  if (strangers.length === 0) return read;
  const known = guides.filter((id) => guideIds.includes(id));
  const because = words('because.one-of', { known: guideIds.join(', ') });
  return {
    settings: known.length > 0 ? { ...others, guides: known } : others,
    ignored: [...read.ignored, { name: 'guides', value: strangers, because }],
  };
}

/** What was delivered, by name; whatever is not an object holds no setting. */
export function asRecord(given: unknown): Readonly<Record<string, unknown>> {
  return v.is(v.record(v.string(), v.unknown()), given) ? given : {};
}

/** An empty text or `null` is how some tools deliver "not set". */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A value as it applies, or why it does not fit. */
export function judge(
  name: SettingName,
  value: unknown,
): Readonly<{ value: unknown }> | Readonly<{ because: Words }> {
  const parsed = v.safeParse(SETTINGS[name].schema, value);
  return parsed.success ? { value: parsed.output } : { because: misfit(name) };
}

function misfit(name: SettingName): Words {
  const { values, type, example } = declared(name);
  if (values) return words('because.one-of', { known: values.join(', ') });
  return words(type === 'array' ? 'because.not-a-list' : 'because.malformed', { example });
}

/** Names that differ in case, or by a letter or two, are most likely typing errors. */
function unknownName(name: string): Words {
  const near = SETTING_NAMES.find((known) => isNear(known.toLowerCase(), name.toLowerCase()));
  return near
    ? words('because.near-name', { near })
    : words('because.unknown-name', { known: SETTING_NAMES.join(', ') });
}

const NEAR = 2;

/** Whether one word becomes the other by adding, leaving out or changing at most two letters. */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > NEAR) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, against] of [...other].entries()) {
      const changed = (row[at] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= NEAR;
}

/**
 * A list as the browsers and management tools deliver one: a list, a text with commas, the JSON of
 * a list (a registry value or a single field of a form), or an object numbered from anywhere (a
 * registry key that does not begin with "1"). A single text may arrive as a number.
 */
function coerce(value: unknown, type: 'string' | 'array'): unknown {
  if (type === 'string') return typeof value === 'number' ? String(value) : value;
  if (typeof value === 'string') return listIn(value);
  return v.is(numbered, value) ? Object.values(value) : value;
}

const numbered = v.pipe(
  v.record(v.pipe(v.string(), v.digits()), v.string()),
  v.check((value) => !Array.isArray(value)),
);

function listIn(text: string): unknown {
  if (text.trim().startsWith('[')) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
