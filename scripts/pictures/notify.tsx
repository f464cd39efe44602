import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/marks.css';
import '@/components/styles/controls.css';
import '@/components/styles/pages.css';
import { render } from 'preact';
import { NotifyPage } from '@/components/NotifyPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { ready, stage } from './stage.ts';

const set = await stage();
render(
  <SpeechProvider value={set.speech}>
    <NotifyPage onAllow={() => undefined} onRefuse={() => undefined} />
  </SpeechProvider>,
  set.root,
);
ready(set);
