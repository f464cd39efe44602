import type { EvidenceReport } from '../domain/evidence.ts';
import type { Guide, Step } from '../domain/guide.ts';
import type { StepView } from '../domain/view.ts';

/** One step of the report. */
export type ReportRow = Readonly<{ number: number; step: Step; known: StepView }>;

/** The steps in the guide's order; one that the report does not know is left out. */
export function rowsOf(report: EvidenceReport, guide: Guide): readonly ReportRow[] {
  return guide.steps.flatMap((step, index) => {
    const known = report.steps.find((one) => one.id === step.id);
    return known ? [{ number: index + 1, step, known }] : [];
  });
}

/** What an administrator answered or stated on a step, in words. */
export function statedOn(
  { step, known }: ReportRow,
  report: EvidenceReport,
  guide: Guide,
): Readonly<{ statement: string; by?: string; at?: string }> | undefined {
  if (known.state !== 'done' || known.by !== 'admin') return undefined;
  if (known.attestation) {
    const { by, at } = known.attestation;
    const own = step.known.by === 'admin' ? step.known : step.attestable;
    return { statement: own?.statement ?? known.attestation.statement, by, at };
  }
  const { known: how } = step;
  const question =
    how.by === 'answer' ? guide.questions.find(({ id }) => id === how.question) : undefined;
  const answer = question && report.answers[question.id];
  if (!question || !answer) return undefined;
  const label =
    question.kind === 'choice' ? question.choices.find(({ value }) => value === answer)?.label : '';
  return { statement: label || answer };
}
