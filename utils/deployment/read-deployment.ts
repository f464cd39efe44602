import { type Words, words } from '../domain/words.ts';
import { judge } from '../policy/read-settings.ts';
import { declared, isSettingName, SETTING_NAMES, type Settings } from '../policy/settings.ts';
import { readAddress } from './address.ts';
import { BROWSERS, browsersOn, type Deployment, PLATFORMS } from './deployment.ts';
import { IDENTITY } from './identity.ts';
import { type Read, readChoices, readId, readText, shown } from './read-values.ts';

/** What is wrong with a configuration, and where: `settings.tenantId`. */
export type Problem = Readonly<{ at: string; said: Words }>;

export type ReadDeployment =
  | Readonly<{ deployment: Deployment }>
  | Readonly<{ problems: readonly Problem[] }>;

const KEYS = [
  'organisation',
  'packages',
  'extensionId',
  'browsers',
  'platforms',
  'settings',
] as const;
type Key = (typeof KEYS)[number];

/**
 * Reads a configuration strictly: files made from it reach every computer of an organisation, so
 * one mistake stops all of them, and each is named.
 *
 * @param guideIds the guides there are
 */
export function readDeployment(given: unknown, guideIds: readonly string[]): ReadDeployment {
  if (!isObject(given)) return { problems: [problem('configuration', 'not-an-object', given)] };
  const problems = unknownKeys(given, KEYS, '');
  const take = <Value>(key: Key, read: Read<Value>): Value | undefined => {
    if ('value' in read) return read.value;
    problems.push({ at: key, said: read.wrong });
    return undefined;
  };
  const value = (key: Key, unset?: unknown) => (Object.hasOwn(given, key) ? given[key] : unset);
  const organisation = take('organisation', readText(value('organisation')));
  const packages = take('packages', readAddress(value('packages')));
  const extensionId = take('extensionId', readId(value('extensionId', IDENTITY.chromiumId)));
  const browsers = take('browsers', readChoices(value('browsers', BROWSERS), BROWSERS));
  const platforms = take('platforms', readChoices(value('platforms', PLATFORMS), PLATFORMS));
  const settings = readAllSettings(value('settings', {}), guideIds, problems);
  if (browsers && platforms && makesNothing({ browsers, platforms })) {
    problems.push({ at: 'platforms', said: words('deploy.problem.nothing-to-make') });
  }
  return problems.length === 0 && organisation && packages && extensionId && browsers && platforms
    ? { deployment: { organisation, packages, extensionId, browsers, platforms, settings } }
    : { problems };
}

function makesNothing(chosen: Pick<Deployment, 'browsers' | 'platforms'>): boolean {
  return PLATFORMS.every((platform) => browsersOn(platform, chosen).length === 0);
}

function readAllSettings(
  given: unknown,
  guideIds: readonly string[],
  problems: Problem[],
): Settings {
  if (!isObject(given)) {
    problems.push(problem('settings', 'not-an-object', given));
    return {};
  }
  problems.push(...unknownKeys(given, SETTING_NAMES, 'settings.'));
  const entries = Object.entries(given).flatMap(([name, value]) => {
    if (!isSettingName(name)) return [];
    const read = readSetting(name, value, guideIds);
    if ('value' in read) return [[name, read.value]];
    problems.push({ at: `settings.${name}`, said: read.wrong });
    return [];
  });
  return Object.fromEntries(entries) as Settings;
}

function readSetting(
  name: (typeof SETTING_NAMES)[number],
  value: unknown,
  guideIds: readonly string[],
): Read<unknown> {
  const { type, values, offered, example } = declared(name);
  if (type === 'array') return readChoices(value, guideIds);
  const text = readText(value);
  if ('wrong' in text) return text;
  const judged = judge(name, text.value);
  const known = values ?? offered;
  const fits = 'value' in judged && (!offered || offered.includes(text.value));
  if (fits) return judged;
  return known
    ? {
        wrong: words('deploy.problem.unknown-value', {
          given: shown(value),
          known: known.join(', '),
        }),
      }
    : { wrong: words('deploy.problem.malformed', { given: shown(value), example }) };
}

function unknownKeys(given: object, known: readonly string[], before: string): Problem[] {
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      at: `${before}${key}`,
      said: words('deploy.problem.unknown-key', { known: known.join(', ') }),
    }));
}

function problem(at: string, id: string, given: unknown): Problem {
  return { at, said: words(`deploy.problem.${id}`, { given: shown(given) }) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
