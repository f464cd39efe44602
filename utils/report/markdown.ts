import type { EvidenceReport } from '../domain/evidence.ts';
import type { Guide } from '../domain/guide.ts';
import { isUnchecked, shownState } from '../domain/step-state.ts';
import type { StepView } from '../domain/view.ts';
import { words } from '../domain/words.ts';
import type { Say } from '../i18n/say-from.ts';
import { type ReportRow, rowsOf, statedOn } from './rows.ts';

/** Message id of a verdict in the report: who vouches for it, or that nobody does. */
export function verdictId(known: StepView): string {
  if (known.state === 'done') return `report.by.${known.by ?? 'admin'}`;
  return isUnchecked(known) ? 'state.unchecked' : `state.${shownState(known)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

/** The report as Markdown, for a ticket or a wiki. Times in UTC as Graph gave them. */
export function toMarkdown(report: EvidenceReport, guide: Guide, say: Say): string {
  const rows = rowsOf(report, guide);
  const line = (id: string, value: string | undefined) =>
    value ? [`- ${say(words(id))}: ${value}`] : [];
  return [
    `# ${say(words('report.title'))}: ${guide.title}`,
    '',
    ...line('report.tenant', report.tenantName ?? report.account?.tenantId),
    ...line('report.account', report.answers.integrationAccount),
    ...line('report.read-by', report.account?.username),
    ...line('report.read-at', report.readAt),
    '',
    `| # | ${['report.step', 'report.verdict', 'report.evidence', 'report.time'].map((id) => say(words(id))).join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => markdownRow(row, report, guide, say)),
    '',
    `${say(words('report.made-by', madeBy(report)))}`,
    '',
  ].join('\n');
}

function markdownRow(row: ReportRow, report: EvidenceReport, guide: Guide, say: Say): string {
  const { number, step, known } = row;
  const stated = statedOn(row, report, guide);
  const [first] = known.evidence;
  const said = stated?.statement ?? (known.summary ? say(known.summary) : '');
  const requests = known.evidence.map(({ request }) => `\`${request}\``);
  return `| ${[
    number,
    cell(step.title),
    cell(say(words(verdictId(known)))),
    cell([said, ...requests].filter(Boolean).join(' ')),
    first?.observedAt ?? stated?.at ?? '',
  ].join(' | ')} |`;
}

/** What the report was made by and judged with. */
export function madeBy(report: EvidenceReport): Readonly<Record<string, string | number>> {
  return {
    version: report.extensionVersion,
    guide: report.guideId,
    guideVersion: report.guideVersion,
  };
}
