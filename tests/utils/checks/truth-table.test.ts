import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import guide from '@/guides/work365-partner-center/guide.ts';
import { rejudge } from '@/scripts/lib/judge-evidence.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import type { Words } from '@/utils/domain/words.ts';
import { stateOf } from '@/utils/guidance/current-step.ts';
import { judgeRow } from './table/judge-row.ts';
import type { Row } from './table/row.ts';

/** Reports of wrong verdicts in other tools that the table answers, by tracker and number. */
const PEER_BUGS = [
  'CIPP #1138',
  'CIPP #1778',
  'maester #2167',
  'CIPP #650',
  'CIPP #4389',
  'CIPP #5570',
  'CIPP #6185',
  'maester #154',
  'maester #1715',
  'maester #611',
  'maester #144',
  'maester PR #1805',
  'CIPP #5448',
  'maester #76',
  'CIPP #1358',
  'CIPP #1174',
  'CIPP #6360',
  'msal-dotnet #3706',
  'graph-docs #17966',
  'Partner-Center-PowerShell #259',
  'Partner-Center-DotNet-Samples #59',
];

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
  const fix = 'fix' in outcome && outcome.fix ? [outcome.fix] : [];
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

/** The two steps that no check judges: an answer and a statement, and never Graph's word. */
function statesOfOthers(evidence: string): Record<string, string> {
  const { answers } = JSON.parse(evidence);
  const others = guide.steps.filter(({ id }) => !(id in CHECKS));
  const entries = others.map((step) => {
    const { state, by } = stateOf(step, answers, undefined);
    return [step.id, by ? `${state} by ${by}` : state] as const;
  });
  return Object.fromEntries(entries);
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
    const isIndirect = given.answers?.partnerTier === 'indirect';
    expect(statesOfOthers(evidence)).toEqual({
      'partner-tier': given.noAnswers ? 'not-done' : 'done by admin',
      'consent-order': isIndirect ? 'not-applicable' : 'not-done',
    });
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

  test.each(PEER_BUGS)('answers %s', (bug) => {
    expect(total.filter(({ name }) => `${name}:`.includes(` ${bug}:`))).not.toEqual([]);
  });

  test('expects every verdict of every step that can have it', () => {
    for (const id of everyStep) {
      const wanted = total.map((row) => (row.expect[id] ?? 'done').split(':')[0]);
      expect([...new Set(wanted)], id).toEqual(expect.arrayContaining(['done', 'cannot-tell']));
    }
  });
});
