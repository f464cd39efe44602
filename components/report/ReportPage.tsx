import type { EvidenceReport } from '@/utils/domain/evidence.ts';
import type { Guide } from '@/utils/domain/guide.ts';
import { words } from '@/utils/domain/words.ts';
import { exactTime } from '@/utils/i18n/times.ts';
import { madeBy } from '@/utils/report/markdown.ts';
import { rowsOf } from '@/utils/report/rows.ts';
import { Icon } from '../Icon.tsx';
import { Logo } from '../Logo.tsx';
import { Mark } from '../Mark.tsx';
import { useSpeech } from '../speech.ts';
import { countsOf } from '../tally.ts';
import { Notes } from './Notes.tsx';
import { ReportRows } from './ReportRows.tsx';
import { Toolbar, type ToolbarProps } from './Toolbar.tsx';

type Props = ToolbarProps & Readonly<{ report: EvidenceReport; guide: Guide }>;

/** The evidence on paper: what is proved, by whom, from which request, at which time. */
export function ReportPage({ report, guide, ...toolbar }: Props) {
  const rows = rowsOf(report, guide);
  return (
    <>
      <Toolbar {...toolbar} />
      <main class="a4">
        <Head report={report} guide={guide} />
        <Verdict report={report} />
        <ReportRows rows={rows} report={report} guide={guide} />
        <Notes rows={rows} report={report} guide={guide} />
        <MadeBy report={report} />
      </main>
    </>
  );
}

function Head({ report, guide }: Pick<Props, 'report' | 'guide'>) {
  const { say, locale } = useSpeech();
  const { account, answers, tenantName, domains } = report;
  const tenant = [tenantName ?? account?.tenantId, domains[0]].filter(Boolean).join(', ');
  const facts = [
    { id: 'report.tenant', value: tenant },
    { id: 'report.account', value: answers.integrationAccount },
    { id: 'report.read-by', value: account?.username },
    { id: 'report.read-at', value: exactTime(report.readAt, locale, 'UTC') },
  ];
  return (
    <>
      <div class="top">
        <div>
          <h1>{say(words('report.title'))}</h1>
          <p>{guide.title}</p>
        </div>
        <Logo size={36} />
      </div>
      <dl class="meta">
        {facts.map(({ id, value }) => (
          <div key={id}>
            <dt>{say(words(id))}</dt>
            <dd>
              <bdi>{value || say(words('report.unknown'))}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Verdict({ report }: Pick<Props, 'report'>) {
  const { say } = useSpeech();
  const { graph, admin, toGo } = countsOf(report.steps);
  return (
    <section>
      <h2>
        {say(words(toGo === 0 ? 'report.complete' : 'report.incomplete', { count: toGo }))}{' '}
        {say(words('report.counts', { graph, admin }))}
      </h2>
      <p class="legend">
        <span class="is ok">
          <Mark name="done-graph" tone="ok" />
          {say(words('report.legend.graph'))}
        </span>
        <span class="is you">
          <Mark name="done-admin" />
          {say(words('report.legend.admin'))}
        </span>
      </p>
    </section>
  );
}

function MadeBy({ report }: Pick<Props, 'report'>) {
  const { say } = useSpeech();
  return (
    <footer>
      <span>{say(words('report.made-by', madeBy(report)))}</span>
      <Icon name="shield" />
    </footer>
  );
}
