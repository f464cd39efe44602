import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/marks.css';
import '@/components/styles/controls.css';
import '@/components/styles/panel.css';
import '@/components/styles/steps.css';
import { render } from 'preact';
import { Panel } from '@/components/Panel.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { fixture } from '@/tests/fixtures/views/find.ts';
import { ready, stage } from './stage.ts';

const set = await stage();
const view = fixture(set.query.get('view') ?? '');
if (set.reader.guide) {
  render(
    <SpeechProvider value={set.speech}>
      <Panel view={view} guide={set.reader.guide} act={() => undefined} />
    </SpeechProvider>,
    set.root,
  );
}
ready(set);
