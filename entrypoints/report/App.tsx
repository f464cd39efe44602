import { useEffect, useMemo, useState } from 'preact/hooks';
import { ReportPage } from '@/components/report/ReportPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import type { EvidenceReport } from '@/utils/domain/evidence.ts';
import { words } from '@/utils/domain/words.ts';
import { type Reader, readerOf } from '@/utils/i18n/reader.ts';
import { ask } from '@/utils/messaging/ask.ts';
import { toMarkdown } from '@/utils/report/markdown.ts';
import { veil } from '@/utils/report/veil.ts';
import { saveJson } from './save-json.ts';

type Loaded = Readonly<{ report: EvidenceReport; reader: Reader }>;

/** The report page: the evidence as it is now, with people hidden until the reader shows them. */
export function App() {
  const [loaded, setLoaded] = useState<Loaded>();
  const [hidden, setHidden] = useState(true);
  useEffect(() => void load().then(setLoaded), []);
  const report = loaded?.report;
  const reader = loaded?.reader;
  const shown = useMemo(() => report && (hidden ? veil(report) : report), [report, hidden]);
  const speech = useMemo(() => reader && { ...reader, now: Date.now }, [reader]);
  const guide = reader?.guide;
  if (!shown || !speech || !guide) return null;
  return (
    <SpeechProvider value={speech}>
      <ReportPage
        report={shown}
        guide={guide}
        hidden={hidden}
        markdown={toMarkdown(shown, guide, speech.say)}
        onHide={setHidden}
        onJson={() => saveJson(shown)}
        onPrint={() => window.print()}
      />
    </SpeechProvider>
  );
}

async function load(): Promise<Loaded> {
  const [report, view] = await Promise.all([ask('getEvidence', {}), ask('getView', {})]);
  const reader = await readerOf(view.language, navigator.languages, report.guideId);
  document.documentElement.lang = reader.language;
  document.documentElement.dir = reader.direction;
  document.title = reader.say(words('report.title'));
  return { report, reader };
}
