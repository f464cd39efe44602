import * as v from 'valibot';
import type { IgnoredSetting } from '../domain/settings-report.ts';

/** Directory (tenant) or application id as Microsoft Entra writes it. */
const guid = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.uuid());

/** A sign-in name: local part, @, a domain with a dot. Entra's own limit is 113 characters. */
export const signInName = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(113),
  v.regex(/^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+$/),
);

/**
 * Every setting an organisation may fix through managed storage. This object is the only place a
 * setting is declared: the managed schema and the reference table derive from it.
 */
export const SETTINGS = {
  tenantId: {
    schema: guid,
    type: 'string',
    description: 'Directory (tenant) id to sign in to. Without it any work account may sign in.',
  },
  clientId: {
    schema: guid,
    type: 'string',
    description: 'Application (client) id of the app registration Waymark signs in with.',
  },
  cloud: {
    schema: v.picklist(['global', 'usgov', 'usgovdod', 'china']),
    type: 'string',
    values: ['global', 'usgov', 'usgovdod', 'china'],
    description: 'Microsoft cloud the tenant lives in. Default: global.',
  },
  integrationAccount: {
    schema: signInName,
    type: 'string',
    description: 'Sign-in name of the integration account, for example work365@contoso.com.',
  },
  partnerTier: {
    schema: v.picklist(['direct', 'indirect']),
    type: 'string',
    values: ['direct', 'indirect'],
    description: 'direct: direct-bill (1-tier) partner. indirect: indirect reseller.',
  },
  guides: {
    schema: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
    type: 'array',
    description: 'Ids of the guides that are offered. Default: all.',
  },
  panel: {
    schema: v.picklist(['auto', 'collapsed', 'off']),
    type: 'string',
    values: ['auto', 'collapsed', 'off'],
    description:
      'auto: a slim chip until a guide is started. collapsed: always start as the chip. off: nothing in portal pages; the browser side panel still works.',
  },
  language: {
    schema: v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Za-z]{2,4})?$/)),
    type: 'string',
    description:
      'Interface language: en, de, fr, es, ja or nl. Default: the language of the browser.',
  },
  permissions: {
    schema: v.picklist(['full', 'basic']),
    type: 'string',
    values: ['full', 'basic'],
    description:
      'full: asks for all read permissions at sign-in (an administrator consents once). basic: asks only for those a user may grant.',
  },
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = Readonly<{
  [Name in SettingName]?: v.InferOutput<(typeof SETTINGS)[Name]['schema']>;
}>;

/**
 * Reads settings leniently: each is judged alone, one that does not fit is ignored and named, and
 * the others still apply. One typing error must not disable a deployment.
 *
 * A list may arrive as one string separated by commas, as some management tools deliver it.
 */
export function readSettings(
  given: unknown,
): Readonly<{ settings: Settings; ignored: IgnoredSetting[] }> {
  const entries = v.is(v.record(v.string(), v.unknown()), given) ? Object.entries(given) : [];
  const ignored: IgnoredSetting[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    if (value === undefined || value === null || value === '') continue;
    const setting = isSettingName(name) ? SETTINGS[name] : undefined;
    if (!setting) {
      ignored.push({
        name,
        value,
        because: `unknown; known are ${Object.keys(SETTINGS).join(', ')}`,
      });
      continue;
    }
    const parsed = v.safeParse(setting.schema, coerce(value, setting.type));
    if (parsed.success) settings[name] = parsed.output;
    else ignored.push({ name, value, because: parsed.issues[0].message });
  }
  return { settings, ignored };
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

function coerce(value: unknown, type: 'string' | 'array'): unknown {
  if (type === 'array' && typeof value === 'string') {
    return value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  }
  return value;
}
