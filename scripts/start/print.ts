import guide from '../../guides/work365-partner-center/guide.ts';
import { type Out, paintFor } from './narrator.ts';
import type { StepLine } from './panel.ts';

const WORDS: Readonly<Record<string, string>> = {
  'done graph': 'done, confirmed by Microsoft Graph',
  'done admin': 'done, by the administrator’s own word',
  'not-done': 'not done',
  'in-progress': 'waiting',
  'not-applicable': 'not needed here',
  'cannot-tell': 'cannot tell',
  regressed: 'no longer true',
};

/** The request that proved a step, as far as it fits, and when it was answered. */
export type Proof = Readonly<{ request: string; observedAt: string }>;

type Told = Readonly<{ right: number; wrong: number }>;

/** Width of the columns, characters. */
const WIDE = { title: 33, verdict: 39, time: 11 } as const;

/** The title of a step, as the panel shows it. */
export function titleOf(stepId: string): string {
  return guide.steps.find(({ id }) => id === stepId)?.title ?? stepId;
}

/** A verdict in words, with the reason where there is one. */
export function verdictOf({ state, by, reason }: Omit<StepLine, 'id'>): string {
  const said = WORDS[`${state} ${by}`] ?? WORDS[state] ?? state;
  return reason ? `${said}: ${reason}` : said;
}

/**
 * One line a step: as expected or not, verdict, time and evidence.
 *
 * @returns How many steps ended as expected and how many did not.
 */
export function printVerdicts(
  steps: readonly StepLine[],
  expected: Readonly<Record<string, string>>,
  proofs: Readonly<Record<string, Proof | undefined>>,
  out: Out = process.stdout,
): Told {
  const paint = paintFor(out, process.env);
  const heads = ['Step', 'Verdict', 'Read, UTC', 'Evidence'] as const;
  out.write(`\n       ${paint(columns(heads), 'strong')}\n`);
  for (const [index, step] of steps.entries()) {
    const fits = step.state === expected[step.id];
    const mark = paint(fits ? '✓' : '✗', fits ? 'good' : 'bad');
    const proof = proofs[step.id];
    const time = proof?.observedAt.slice(11, 19) ?? '';
    const line = columns([titleOf(step.id), verdictOf(step), time, proof?.request ?? '']);
    const instead = fits ? '' : paint(`  expected: ${expected[step.id]}`, 'bad');
    out.write(`  ${mark} ${String(index + 1).padStart(2)} ${line}${instead}\n`);
  }
  const wrong = steps.filter(({ id, state }) => state !== expected[id]).length;
  const right = steps.length - wrong;
  const sum = `${right} of ${steps.length} steps ended as the scenario expects.`;
  out.write(`\n  ${paint(sum, wrong === 0 ? 'good' : 'bad')}\n\n`);
  return { right, wrong };
}

function columns([title, verdict, time, request]: readonly [string, string, string, string]) {
  const cells = [title.padEnd(WIDE.title), verdict.padEnd(WIDE.verdict), time.padEnd(WIDE.time)];
  return `${cells.join('')}${request}`.trimEnd();
}
