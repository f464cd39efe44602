import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/marks.css';
import '@/components/styles/controls.css';
import '@/components/styles/report.css';
import { render } from 'preact';
import { ReportPage } from '@/components/report/ReportPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { REPORTS } from '@/tests/fixtures/views/report.ts';
import { veil } from '@/utils/report/veil.ts';
import { ready, stage } from './stage.ts';

const set = await stage();
const full = REPORTS[set.query.get('view') ?? ''];
const { guide } = set.reader;
if (!full || !guide)
  throw new Error(`No such report. There are ${Object.keys(REPORTS).join(', ')}.`);
const hidden = !set.query.has('named');
render(
  <SpeechProvider value={set.speech}>
    <ReportPage
      report={hidden ? veil(full) : full}
      guide={guide}
      hidden={hidden}
      markdown=""
      onHide={() => undefined}
      onJson={() => undefined}
      onPrint={() => undefined}
    />
  </SpeechProvider>,
  set.root,
);
ready(set);
