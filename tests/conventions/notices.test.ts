import { describe, expect, test } from 'vitest';
import { NOTICES_FILE } from '@/scripts/lib/notices.ts';
import { BUILDS, read } from './repository.ts';

/** Licences under which code may be in what we ship. */
const ALLOWED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];

const { dependencies } = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
};

describe.each(Object.entries(BUILDS))('%s', (_, folder) => {
  const notices = read(`${folder}/${NOTICES_FILE}`)
    .split(/\n={78}\n/)
    .slice(1);
  const titles = notices.map((notice) => /^\s*(\S+) (\S+) \((.+)\)\n/.exec(notice) ?? []);

  test('names every library that the project takes into its build, in its version', () => {
    const named = titles.map(([, name = '', version = '']) => `${name} ${version}`);

    for (const [name, version] of Object.entries(dependencies)) {
      expect(named).toContain(`${name} ${version}`);
    }
    expect(titles.map(([, name]) => name)).toContain('@fluentui/svg-icons');
  });

  test('carries each licence in full', () => {
    for (const notice of notices)
      expect(notice, notice.slice(0, 80)).toMatch(/copyright|licen[cs]e/i);
    for (const notice of notices) expect(notice.length, notice.slice(0, 80)).toBeGreaterThan(500);
  });

  test('contains nothing under a licence that asks for more', () => {
    expect(titles.map(([, , , licence = '']) => licence)).not.toHaveLength(0);
    for (const [title, , , licence = ''] of titles) expect(ALLOWED, title).toContain(licence);
  });
});
