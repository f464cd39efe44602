import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './harness.ts';
import { STRUCTURES, TRAPS } from './variants/page/spec.ts';
import type { Outcome } from './variants/play.ts';
import { playAll } from './variants/run.ts';
import { variantsPage } from './variants/summary.ts';

let browser: Browser;
let outcomes: readonly Outcome[];

beforeAll(async () => {
  browser = await openBrowser();
  outcomes = await playAll(browser);
}, 400_000);
afterAll(async () => {
  await browser?.close();
});

/** Those of a verdict, in words that lead to the page. */
function those(which: (outcome: Outcome) => boolean): string[] {
  return outcomes.filter(which).map(({ variant, verdict, truth, pointing }) => {
    const { structure, trap, language } = variant.spec;
    const place = `${structure}, ${trap}, ${language} ${variant.speech.words}`;
    const said = 'refusal' in pointing ? pointing.refusal : pointing.status;
    return `${variant.subject.action.id} (${place}): ${verdict}, said ${said}, right is ${JSON.stringify(truth)}`;
  });
}

test('there are at least 300 pages, of every structure and trap', () => {
  expect(outcomes.length).toBeGreaterThanOrEqual(300);
  expect(new Set(outcomes.map(({ variant }) => variant.spec.structure)).size).toBe(
    STRUCTURES.length,
  );
  expect(new Set(outcomes.map(({ variant }) => variant.spec.trap)).size).toBe(TRAPS.length);
});

test('no page gets a wrong ring', () => {
  expect(those(({ verdict }) => verdict === 'WRONG RING')).toEqual([]);
});

test('the right control is ringed wherever there is one to ring, 97 times of 100 at least', () => {
  const missed = those(({ verdict }) => verdict === 'missed');
  const meant = outcomes.filter(({ truth }) => 'point' in truth);

  expect(missed.slice(Math.floor(meant.length * 0.03))).toEqual([]);
});

test('every refusal says the right reason', () => {
  expect(those(({ verdict }) => verdict === 'other reason')).toEqual([]);
});

test('every page is left as it was, to the byte, and notices nothing of us', () => {
  const disturbed = outcomes.filter(({ noticed }) => noticed.length > 0);

  expect(disturbed.map(({ variant, noticed }) => [variant.spec, noticed])).toEqual([]);
});

test('the page that counts them says what was counted', () => {
  expect(readFileSync('docs/reference/pointing-variants.md', 'utf8')).toBe(variantsPage(outcomes));
});
