import { expect, test } from 'vitest';
import { SETTINGS_PAGE, settingsPage } from '@/scripts/lib/settings-page.ts';
import { SETTING_NAMES } from '@/utils/policy/settings.ts';
import { files, read } from './repository.ts';

test('the reference of the settings is the one their declaration makes', () => {
  expect(read(SETTINGS_PAGE)).toBe(settingsPage());
  for (const name of SETTING_NAMES) expect(read(SETTINGS_PAGE)).toContain(`\`${name}\``);
});

const channels = files(/\.md$/, ['docs/deployment']).filter(
  (file) => !/README|packaging/.test(file),
);

test.each(channels)('%s says how to install, verify and remove', (file) => {
  const headings = [...read(file).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);

  expect(headings).toContain('Verify');
  expect(headings).toContain('Remove');
  expect(read('docs/deployment/README.md')).toContain(file.replace('docs/deployment/', ''));
  expect(read('README.md')).toContain(file);
});

test('there is a page for every channel', () => {
  expect(channels).toHaveLength(8);
});
