import { expect, test } from 'vitest';
import guide from '@/guides/work365-partner-center/guide.ts';
import { narrate } from '@/scripts/start/narrator.ts';
import type { StepLine } from '@/scripts/start/panel.ts';
import { printVerdicts } from '@/scripts/start/print.ts';

/** Something to write to, and what was written. */
function paper(isTTY = false, columns = 60) {
  const texts: string[] = [];
  return { isTTY, columns, write: (text: string) => texts.push(text), read: () => texts.join('') };
}

const DONE: readonly StepLine[] = guide.steps.map(({ id }) => ({
  id,
  state: 'done',
  by: 'graph',
  reason: null,
}));
const EXPECTED = Object.fromEntries(guide.steps.map(({ id }) => [id, 'done']));
const PROOF = { request: 'GET /v1.0/organization', observedAt: '2026-11-23T09:15:42.000Z' };

test('each step has one line with title, verdict, time and request', () => {
  const out = paper();

  const told = printVerdicts(DONE, EXPECTED, { 'work365-values': PROOF }, out);

  const lines = out.read().split('\n');
  expect(told).toEqual({ right: 13, wrong: 0 });
  expect(lines.filter((line) => line.includes('✓'))).toHaveLength(13);
  expect(lines.find((line) => line.includes('Values for Work 365'))).toMatch(
    /^ {2}✓ 11 Values for Work 365 +done, confirmed by Microsoft Graph +09:15:42 +GET \/v1\.0\/organization$/,
  );
  expect(out.read()).toContain('13 of 13 steps ended as the scenario expects.');
});

test('a step that ended otherwise says how, why, and what was expected', () => {
  const out = paper();
  const [first, ...rest] = DONE as [StepLine, ...StepLine[]];
  const blind = { ...first, state: 'cannot-tell', by: null, reason: 'offline' };

  const told = printVerdicts([blind, ...rest], EXPECTED, {}, out);

  expect(told).toEqual({ right: 12, wrong: 1 });
  expect(out.read()).toMatch(/✗ {2}1 Partner tier +cannot tell: offline +expected: done/);
});

test('the columns of all titles and verdicts stand one below the other', () => {
  const out = paper();
  printVerdicts(DONE, EXPECTED, {}, out);
  const lines = out.read().split('\n');
  const starts = lines.filter((line) => line.includes('✓')).map((line) => line.indexOf('done,'));
  expect(new Set(starts).size).toBe(1);
});

test('what is done just now is shown on a terminal, within its width, and in no file', () => {
  const file = paper();
  const terminal = paper(true);
  for (const out of [file, terminal]) {
    const { glimpse, note } = narrate(out, () => 0);
    glimpse('The ring points at a control whose name is longer than the line has room');
    note('Done');
  }
  expect(file.read()).toBe('    0.0 s  Done\n');
  expect(terminal.read().split('\u001b[2K')[1]).toHaveLength(60);
  expect(terminal.read().endsWith('\u001b[2K    0.0 s  Done\n')).toBe(true);
});
