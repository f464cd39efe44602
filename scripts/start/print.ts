import type { StepLine } from './panel.ts';

const WORDS: Readonly<Record<string, string>> = {
  'done graph': 'done, confirmed by Microsoft Graph',
  'done admin': 'done, stated by the administrator',
  'not-done': 'not done',
  'in-progress': 'waiting',
  'not-applicable': 'not needed',
  'cannot-tell': 'cannot tell',
  regressed: 'no longer true',
};

/**
 * One line a step: as expected or not, verdict, evidence and time.
 *
 * @returns How many steps ended otherwise than expected.
 */
export function printVerdicts(
  steps: readonly StepLine[],
  expected: Readonly<Record<string, string>>,
  evidence: Readonly<Record<string, string>>,
): number {
  let wrong = 0;
  steps.forEach((step, index) => {
    const fits = step.state === expected[step.id];
    if (!fits) wrong += 1;
    const number = String(index + 1).padStart(2);
    const verdict = (WORDS[`${step.state} ${step.by}`] ?? WORDS[step.state] ?? step.state).padEnd(
      36,
    );
    const reason = step.reason ? ` (${step.reason})` : '';
    const instead = fits ? '' : `   expected: ${expected[step.id]}`;
    process.stdout.write(
      `${fits ? '✓' : '✗'} ${number} ${step.id.padEnd(22)} ${verdict}${reason} ${evidence[step.id] ?? ''}${instead}\n`,
    );
  });
  const right = steps.length - wrong;
  process.stdout.write(`${right} of ${steps.length} steps ended as the scenario expects.\n`);
  return wrong;
}
