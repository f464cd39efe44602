import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './harness.ts';
import { namesPage } from './names/page.ts';
import { type NameCase, nameCases } from './names/table.ts';
import { askWitnesses, type Named } from './names/witnesses.ts';

let browser: Browser;
let answers: ReadonlyMap<NameCase, Named>;

const tables = nameCases();
const all = [...tables.values()].flat();

beforeAll(async () => {
  browser = await openBrowser();
  const named = await askWitnesses(browser, all);
  answers = new Map(all.map((one, index) => [one, named[index] as Named]));
});
afterAll(async () => {
  await browser?.close();
});

/** Names are flat strings: how much white space stands between words is not told apart. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe.each([...tables])('%s', (_, cases) => {
  test.each(cases)('$name ($clause)', (one) => {
    const { expect: standard, role, find = standard, differs } = one;
    const { searched, ...named } = answers.get(one) as Named;

    expect({
      waymark: flat(named.waymark),
      library: flat(named.library),
      chromium: flat(named.chromium),
    }).toEqual({
      waymark: differs?.waymark ?? flat(standard),
      library: differs?.library ?? flat(standard),
      chromium: differs?.chromium ?? flat(standard),
    });
    if (searched !== undefined && find)
      expect({ role, searched }).toEqual({ role, searched: differs?.searched ?? true });
  });
});

test('there are at least 60 cases, each with a name of its own and a clause', () => {
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(
    all.filter(({ clause }) => !/^(?:accname 1\.2|HTML-AAM 1\.0|HTML), /.test(clause)),
  ).toEqual([]);
});

test('the page that lists the differences says what the table says', () => {
  expect(readFileSync('docs/reference/accessible-names.md', 'utf8')).toBe(namesPage(tables));
});
