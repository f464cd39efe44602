import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/marks.css';
import '@/components/styles/controls.css';
import '@/components/styles/pages.css';
import { render } from 'preact';
import { DiagnosticsPage } from '@/components/diagnostics/DiagnosticsPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { DIAGNOSTICS } from '@/tests/fixtures/views/diagnostics.ts';
import { ready, stage } from './stage.ts';

const set = await stage();
const found = DIAGNOSTICS[set.query.get('view') ?? ''];
if (!found) throw new Error(`There are ${Object.keys(DIAGNOSTICS).join(', ')}.`);
render(
  <SpeechProvider value={set.speech}>
    <DiagnosticsPage found={found} onAgain={() => undefined} />
  </SpeechProvider>,
  set.root,
);
ready(set);
