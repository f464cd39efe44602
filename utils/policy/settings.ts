import * as v from 'valibot';
import { CLOUDS } from '../domain/cloud.ts';
import { LANGUAGES } from '../i18n/languages.ts';

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

/** What a setting is, apart from the schema that judges it. */
type Declared = Readonly<{
  schema: v.GenericSchema;
  /** How managed storage holds it. */
  type: 'string' | 'array';
  /** A few words for a form, a Group Policy or a table; translated in `settings.json`. */
  title: string;
  /** What it does, in a sentence or two; translated in `settings.json`. */
  description: string;
  /** The only values there are. */
  values?: readonly string[];
  /** Values to choose from where others are understood too. */
  offered?: readonly string[];
  /** What applies when nobody sets it; absent: nothing does. */
  default?: string;
  /** A value as it looks. */
  example: string;
}>;

/**
 * Every setting an organisation may fix through managed storage. This object is the only place a
 * setting is declared: the managed schema, the deployment form, every deployment file and the
 * reference table derive from it.
 */
export const SETTINGS = {
  tenantId: {
    schema: guid,
    type: 'string',
    title: 'Tenant id',
    description: 'Directory (tenant) id to sign in to. Without it any work account may sign in.',
    example: '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b',
  },
  clientId: {
    schema: guid,
    type: 'string',
    title: 'Client id',
    description: 'Application (client) id of the app registration Waymark signs in with.',
    example: 'd40e8f13-26a9-4c57-b1e8-90ab52c6f7d4',
  },
  cloud: {
    schema: v.picklist(CLOUDS),
    type: 'string',
    title: 'Cloud',
    values: CLOUDS,
    default: 'global',
    description: 'Microsoft cloud the tenant lives in. GCC is global, GCC High is usgov.',
    example: 'global',
  },
  integrationAccount: {
    schema: signInName,
    type: 'string',
    title: 'Integration account',
    description: 'Sign-in name of the integration account. Without it Waymark asks.',
    example: 'work365@contoso.com',
  },
  partnerTier: {
    schema: v.picklist(['direct', 'indirect']),
    type: 'string',
    title: 'Partner tier',
    values: ['direct', 'indirect'],
    description:
      'direct: direct-bill (1-tier) partner. indirect: indirect reseller. Without it Waymark asks.',
    example: 'direct',
  },
  guides: {
    schema: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
    type: 'array',
    title: 'Guides',
    description:
      'Ids of the guides that are offered. Without it all are. An id that no guide has is left out and named.',
    example: 'work365-partner-center',
  },
  panel: {
    schema: v.picklist(['auto', 'collapsed', 'off']),
    type: 'string',
    title: 'Panel in portal pages',
    values: ['auto', 'collapsed', 'off'],
    default: 'auto',
    description:
      'auto: a slim chip until a guide is started. collapsed: always start as the chip. off: nothing in portal pages; the browser side panel still works.',
    example: 'collapsed',
  },
  language: {
    schema: v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Za-z]{2,4})?$/)),
    type: 'string',
    title: 'Language',
    offered: LANGUAGES,
    description: 'Language of Waymark. Without it the language of the browser.',
    example: 'de',
  },
  permissions: {
    schema: v.picklist(['full', 'basic']),
    type: 'string',
    title: 'Permissions',
    values: ['full', 'basic'],
    default: 'full',
    description:
      'full: asks for all read permissions at sign-in (an administrator consents once). basic: asks only for those a user may grant.',
    example: 'full',
  },
} as const satisfies Readonly<Record<string, Declared>>;

export type SettingName = keyof typeof SETTINGS;

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** A declaration with everything it may have. */
export function declared(name: SettingName): Declared {
  return SETTINGS[name];
}

export type Settings = Readonly<{
  [Name in SettingName]?: v.InferOutput<(typeof SETTINGS)[Name]['schema']>;
}>;

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}
