import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { hostPermissions, portalMatches } from './portals/hosts.ts';
import { buildAlone, leanPages, styleSource } from './scripts/lib/lean-pages.ts';
import { leanScripts } from './scripts/lib/lean-scripts.ts';
import { collectNotices } from './scripts/lib/notices.ts';
import { IDENTITY } from './utils/deployment/identity.ts';
import { cloudOrigins } from './utils/domain/cloud.ts';
import { managedSchema } from './utils/policy/managed-schema.ts';

const notices = collectNotices();

/** For the extension's own pages and its background: what is not named is forbidden. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src 'self' ${cloudOrigins().join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** With the styles that the panel's page carries, and no others beside our files. */
function policyFor(panelPage: string): string {
  const files = "style-src 'self'";
  return CONTENT_SECURITY_POLICY.replace(files, `${files} ${styleSource(panelPage)}`);
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact(), notices.plugin()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'alarms',
      'identity',
      'scripting',
      'storage',
      ...(browser === 'firefox' ? [] : ['offscreen', 'sidePanel']),
    ],
    optional_permissions: ['notifications'],
    host_permissions: hostPermissions,
    action: { default_title: '__MSG_extensionName__' },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    storage: { managed_schema: 'managed-schema.json' },
    web_accessible_resources: [
      {
        resources: ['panel.html'],
        matches: portalMatches,
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          sidebar_action: { default_panel: 'panel.html', open_at_install: false },
          browser_specific_settings: {
            gecko: {
              id: IDENTITY.geckoId,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          key: IDENTITY.chromiumKey,
          side_panel: { default_path: 'panel.html' },
          minimum_chrome_version: '133',
        }),
  }),
  hooks: {
    'entrypoints:grouped': (_, groups) => buildAlone(groups),
    'vite:build:extendConfig': (entrypoints, config) => {
      leanScripts(entrypoints, config);
      leanPages(entrypoints, config);
    },
    'build:manifestGenerated': ({ config }, manifest) => {
      if (config.command !== 'build') return;
      const page = readFileSync(path.join(config.outDir, 'panel.html'), 'utf8');
      manifest.content_security_policy = { extension_pages: policyFor(page) };
    },
    'build:done': (wxt) => notices.write(wxt.config.outDir),
    'build:publicAssets': (_, files) => {
      files.push({
        contents: `${JSON.stringify(managedSchema(), null, 2)}\n`,
        relativeDest: 'managed-schema.json',
      });
      const isStoreFile = (language: string) => existsSync(`locales/${language}/store.json`);
      for (const language of readdirSync('locales').filter(isStoreFile)) {
        files.push({
          absoluteSrc: path.resolve('locales', language, 'store.json'),
          relativeDest: `_locales/${language}/messages.json`,
        });
      }
    },
  },
});
