import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { hostPermissions, portalMatches } from './portals/hosts.ts';
import { leanContentScripts } from './scripts/lib/lean-content-scripts.ts';
import { managedSchema } from './utils/policy/managed-schema.ts';

/**
 * Public half of the key that fixes the Chromium extension id, and with it the sign-in redirect
 * address `https://<id>.chromiumapp.org/`. The private half is the publisher's and is not here.
 */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA37BIPYZNTMKjH1BJRJW5921LlDKOF5A1XBWzgjTShPRUOc3v7UqASBq5L75SgLeJcRGAx6zF9dnFRPke3GhUk7bOWghANp1485JY6Pc9IiBWdjfolqcvPtcvXnHjz/c55NmAGLc3PWBOiidIY7jtjKUh/F/KJ3kz/b3cYeRt7QHe72hzCyrmgtzBFZJUIXKvuq2NIANLC+MNEpQy5ew/FznCxUOdW8yGd+BRwmZIpyYppv3L+Ht+wo+3hqsJQmwpoyneC77tsXlEPQ/M0vRhVKnaz27XAa05m7Ko6gA+MA8vnjR1EYp8LmfArTsSZ7oZyBJLyluKYVd8plyzQUL+XwIDAQAB';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()] }),
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
    host_permissions: hostPermissions,
    action: { default_title: '__MSG_extensionName__' },
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
              id: 'waymark@waymark.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          key: CHROMIUM_KEY,
          side_panel: { default_path: 'panel.html' },
          minimum_chrome_version: '133',
        }),
  }),
  hooks: {
    'vite:build:extendConfig': leanContentScripts,
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
