import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rejudge } from '@/scripts/lib/judge-evidence.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { Words } from '@/utils/domain/words.ts';
import { judgeRow } from './table/judge-row.ts';
import type { Row } from './table/row.ts';

const FOLDER = new URL('../../truth-table/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

function readRows(file: string): Row[] {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
}

function said(outcome: Outcome | undefined): string {
  if (!outcome) return 'nothing';
  return outcome.status === 'cannot-tell' ? `cannot-tell: ${outcome.reason}` : outcome.status;
}

const messages: Readonly<Record<string, string | Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL('../../locales/en/checks.json', FOLDER), 'utf8'),
);

/** Sentences of an outcome that have no English, or that lack a value they name. */
function unsaid(outcome: Outcome): string[] {
  const { summary, notes = [], evidence } = outcome;
  const fix = outcome.status === 'not-done' && outcome.fix ? [outcome.fix] : [];
  const all = [summary, ...fix, ...notes, ...evidence.map(({ observed }) => observed)];
  return all.filter((words) => !isSayable(words)).map(({ id }) => id);
}

function isSayable({ id, values = {} }: Words): boolean {
  const message = messages[id];
  if (message === undefined) return false;
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  return texts.every((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => name in values),
  );
}

const everyStep = Object.keys(CHECKS);
const total = files.flatMap(readRows);

describe.each(files)('%s', (file) => {
  test.each(readRows(file))('$name', async ({ given, expect: expected }) => {
    const { outcomes, evidence } = await judgeRow(given);
    const verdicts = Object.fromEntries(everyStep.map((id) => [id, said(outcomes[id])]));
    const wanted = Object.fromEntries(everyStep.map((id) => [id, expected[id] ?? 'done']));
    expect(verdicts).toEqual(wanted);
    expect(Object.values(outcomes).flatMap(unsaid)).toEqual([]);
    const again = rejudge(evidence).map(({ step, outcome }) => [
      step,
      [said(outcome), outcome?.summary],
    ]);
    const first = everyStep.map((id) => [id, [verdicts[id], outcomes[id]?.summary]]);
    expect(again).toEqual(first);
  });
});

describe('the truth table', () => {
  test('has at least 200 tenants, each named once', () => {
    const names = total.map(({ name }) => name);
    expect(total.length).toBeGreaterThanOrEqual(200);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([20, 21, 22, 23, 24, 25])('holds peer bug #%i by name', (bug) => {
    expect(total.some(({ name }) => name.startsWith(`#${bug} `))).toBe(true);
  });

  test('expects every verdict of every step that can have it', () => {
    for (const id of everyStep) {
      const wanted = total.map((row) => (row.expect[id] ?? 'done').split(':')[0]);
      expect([...new Set(wanted)], id).toEqual(expect.arrayContaining(['done', 'cannot-tell']));
    }
  });
});
