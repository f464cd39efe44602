import type { EvidenceReport } from '@/utils/domain/evidence.ts';
import type { Guide } from '@/utils/domain/guide.ts';
import { words } from '@/utils/domain/words.ts';
import { exactTime } from '@/utils/i18n/times.ts';
import { type ReportRow, statedOn } from '@/utils/report/rows.ts';
import { useSpeech } from '../speech.ts';

type Props = Readonly<{ rows: readonly ReportRow[]; report: EvidenceReport; guide: Guide }>;

/** What a person stated, and where the sources disagree: an auditor asks for both. */
export function Notes(props: Props) {
  return (
    <section class="notes">
      <Stated {...props} />
      <Disagreements rows={props.rows} />
    </section>
  );
}

function Stated({ rows, report, guide }: Props) {
  const { say, locale } = useSpeech();
  const stated = rows.flatMap((row) => {
    const one = statedOn(row, report, guide);
    return one ? [{ title: row.step.title, ...one }] : [];
  });
  if (stated.length === 0) return null;
  return (
    <div>
      <h2>{say(words('report.stated'))}</h2>
      {stated.map(({ title, statement, by, at }) => (
        <p key={title}>
          <b>{title}:</b> {statement}
          {by && (
            <>
              {' '}
              (<bdi>{by}</bdi>)
            </>
          )}
          {at && `, ${exactTime(at, locale, 'UTC')}`}
        </p>
      ))}
    </div>
  );
}

function Disagreements({ rows }: Pick<Props, 'rows'>) {
  const { say } = useSpeech();
  const found = rows
    .filter(({ known }) => known.state !== 'not-applicable')
    .flatMap(({ step }) => step.contradictions ?? []);
  if (found.length === 0) return null;
  return (
    <div>
      <h2>{say(words('contradictions.title'))}</h2>
      {found.map(({ topic, followed, other }) => (
        <p key={topic}>
          <b>{topic}:</b> {followed} {other}
        </p>
      ))}
    </div>
  );
}
