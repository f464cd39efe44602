import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { REASONS } from '@/utils/domain/outcome.ts';
import { exists, files, findings, read } from './repository.ts';

const { version, scripts } = JSON.parse(read('package.json')) as {
  version: string;
  scripts: Record<string, string>;
};
const documents = files(/\.md$/);
const decisions = files(/\.md$/, ['docs/decisions']);
const sources = files(/\.(?:tsx?|mjs|cjs)$/).filter(
  (file) => !file.startsWith('tests/conventions/'),
);

describe('the read-me', () => {
  test('names the two commands that do everything', () => {
    const readMe = read('README.md');

    expect(readMe).toContain('npm start');
    expect(readMe).toContain('npm test');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });
});

test('the change log begins with the version that is built', () => {
  const [, top] = /^## (\S+)/m.exec(read('CHANGELOG.md')) ?? [];

  expect(top).toBe(version);
});

describe('documents', () => {
  test('link only to what is there', () => {
    const broken = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)]
        .map(([, target = '']) => path.posix.join(path.posix.dirname(file), target))
        .filter((target) => !exists(target))
        .map((target) => `${file} → ${target}`),
    );

    expect(broken).toEqual([]);
  });

  test('name only scripts that exist', () => {
    const run = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => ({ file, name })),
    );

    expect(run.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  test('explain every reason for "cannot tell"', () => {
    const glossary = read('docs/glossary.md');

    expect(REASONS.filter((reason) => !glossary.includes(`\`${reason}\``))).toEqual([]);
  });
});

describe('decision records', () => {
  test('are numbered without a gap', () => {
    const numbers = decisions.map((file) => Number(path.basename(file).slice(0, 4)));

    expect(numbers.length).toBeGreaterThan(9);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test.each(decisions)('%s says in its first sentence, in bold, what was decided', (file) => {
    const [title = '', , first = ''] = read(file).split('\n');

    expect(title).toMatch(new RegExp(`^# ${path.basename(file).slice(0, 4)} \\S`));
    expect(first).toMatch(/^\*\*[^*]+\.\*\*/);
  });

  test.each(decisions)('%s fits on half a page', (file) => {
    expect(read(file).split('\n').length).toBeLessThanOrEqual(32);
  });
});

describe('nothing is left for later', () => {
  test('no test is skipped, and none runs alone', () => {
    expect(findings(sources, /\b(?:test|it|describe)\.(?:skip|only|todo|fixme)\b/)).toEqual([]);
  });

  test('no note to ourselves stays without a date, or beyond it', () => {
    const notes = findings(sources, /\b(?:TODO|FIXME|XXX|HACK)\b[^\n]{0,40}/, read);
    const today = new Date().toISOString().slice(0, 10);
    const standing = notes.filter((hit) => {
      const [, date] = /TODO \[(\d{4}-\d\d-\d\d)\]/.exec(hit) ?? [];
      return date === undefined || date < today;
    });

    expect(standing).toEqual([]);
  });

  test('no checker is silenced without a reason beside it', () => {
    const silenced = findings(sources, /(?:biome-ignore|eslint-disable|@ts-\w+)[^\n]*/, read);

    expect(silenced.filter((hit) => !/biome-ignore [\w/]+: \w{3}/.test(hit))).toEqual([]);
  });
});
