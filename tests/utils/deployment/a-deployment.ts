import fc from 'fast-check';
import { BROWSERS, type Deployment, PLATFORMS } from '@/utils/deployment/deployment.ts';

export const GUIDES = ['work365-partner-center'];

/** Everything set, everything chosen. */
export const EVERYTHING: Deployment = {
  organisation: 'Contoso & Söhne',
  packages: 'https://it.contoso.com/waymark/',
  extensionId: 'abcdefghijklmnopabcdefghijklmnop',
  browsers: BROWSERS,
  platforms: PLATFORMS,
  settings: {
    tenantId: '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b',
    clientId: 'd40e8f13-26a9-4c57-b1e8-90ab52c6f7d4',
    cloud: 'usgov',
    integrationAccount: "o'brien$x`y{z}@contoso.com",
    partnerTier: 'indirect',
    guides: GUIDES,
    panel: 'collapsed',
    language: 'de',
    permissions: 'basic',
  },
};

/** What a file format is most easily broken with. */
const HOSTILE = [
  '"',
  '\\',
  '\\"',
  "'",
  "''",
  '‘',
  '’',
  '‚',
  '‛',
  '$',
  '$(calc)',
  '${x}',
  '`',
  '`n',
  ']]>',
  '<!--',
  '-->',
  '&amp;',
  '&',
  '%PATH%',
  "'@",
  '#>',
  '\\u0027',
  ';',
  '=',
  '[-HKEY_LOCAL_MACHINE]',
  "'''",
  'é',
  '日本',
  '😀',
  '\u202e',
  ' ',
  '{0}',
] as const;

/** One line of text that no reader would refuse, as nasty as it can be. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('').replace(/[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]/gu, ''))
  .filter((text) => text.trim() !== '');

/** A deployment whose texts are hostile, past what the reader of configurations lets through. */
export const hostileDeployment: fc.Arbitrary<Deployment> = fc
  .record({
    organisation: hostileText,
    integrationAccount: hostileText,
    language: hostileText,
    guides: fc.uniqueArray(hostileText, { minLength: 1, maxLength: 12 }),
  })
  .map(({ organisation, ...settings }) => ({
    ...EVERYTHING,
    organisation,
    settings: { ...EVERYTHING.settings, ...settings },
  }));
