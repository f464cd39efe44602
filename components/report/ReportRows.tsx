import type { EvidenceReport } from '@/utils/domain/evidence.ts';
import type { Guide } from '@/utils/domain/guide.ts';
import { isUnchecked } from '@/utils/domain/step-state.ts';
import type { StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { verdictId } from '@/utils/report/markdown.ts';
import { type ReportRow, statedOn } from '@/utils/report/rows.ts';
import { Mark, markOf } from '../Mark.tsx';
import { Said } from '../Said.tsx';
import { useSpeech } from '../speech.ts';

type Props = Readonly<{ rows: readonly ReportRow[]; report: EvidenceReport; guide: Guide }>;

const COLUMNS = [
  'report.number',
  'report.step',
  'report.verdict',
  'report.evidence',
  'report.time',
];

export function ReportRows({ rows, report, guide }: Props) {
  const { say } = useSpeech();
  return (
    <table>
      <thead>
        <tr>
          {COLUMNS.map((id) => (
            <th key={id} scope="col">
              {say(words(id))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.step.id} data-step={row.step.id} data-state={row.known.state}>
            <td>{row.number}</td>
            <th scope="row">{row.step.title}</th>
            <td>
              <VerdictCell known={row.known} />
            </td>
            <td>
              <Proof row={row} report={report} guide={guide} />
            </td>
            <td>
              <Times known={row.known} at={statedOn(row, report, guide)?.at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const TONES: Readonly<Partial<Record<StepView['state'], 'bad' | 'unsure' | 'quiet'>>> = {
  regressed: 'bad',
  'cannot-tell': 'unsure',
  'not-applicable': 'quiet',
};

function VerdictCell({ known }: Readonly<{ known: StepView }>) {
  const { say } = useSpeech();
  const proved = known.state === 'done' && known.by === 'graph';
  const tone = proved ? 'ok' : isUnchecked(known) ? 'quiet' : TONES[known.state];
  return (
    <span class={`is ${tone ?? 'you'}`}>
      <Mark name={markOf(known)} {...(tone ? { tone } : {})} />
      {say(words(verdictId(known)))}
    </span>
  );
}

function Proof({ row, report, guide }: Readonly<{ row: ReportRow }> & Omit<Props, 'rows'>) {
  const stated = statedOn(row, report, guide);
  const { summary, evidence } = row.known;
  return (
    <>
      {stated ? <bdi>{stated.statement}</bdi> : summary && <Said words={summary} />}
      {evidence.map(({ request, observedAt }) => (
        <span key={`${request}${observedAt}`} class="mono request" dir="ltr">
          {request}
        </span>
      ))}
    </>
  );
}

function clockUtc(iso: string, locale: string): string {
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, time).format(new Date(iso));
}

function Times({ known, at }: Readonly<{ known: StepView; at: string | undefined }>) {
  const { locale } = useSpeech();
  const [first] = known.evidence;
  const time = first?.observedAt ?? at;
  return (
    <>
      {time && <time dateTime={time}>{clockUtc(time, locale)}</time>}
      {first?.requestId && (
        <span class="mono request" title={first.requestId} dir="ltr">
          {first.requestId.slice(0, 8)}
        </span>
      )}
    </>
  );
}
