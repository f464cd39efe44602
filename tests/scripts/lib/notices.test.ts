import { expect, test } from 'vitest';
import { packageOf } from '@/scripts/lib/notices.ts';

test.each([
  ['/x/node_modules/preact/dist/preact.mjs', 'preact'],
  ['/x/node_modules/@azure/msal-browser/dist/a.mjs', '@azure/msal-browser'],
  ['/x/node_modules/wxt/node_modules/tslib/tslib.es6.mjs', 'tslib'],
  ['\0/x/node_modules/preact/a.js?commonjs-module', 'preact'],
  ['/x/node_modules/@fluentui/svg-icons/icons/a.svg?raw', '@fluentui/svg-icons'],
  ['\0vite/preload-helper.js', 'vite'],
  ['/x/utils/locator/names.ts', undefined],
])('%s belongs to %s', (moduleId, name) => {
  expect(packageOf(moduleId)).toBe(name);
});
