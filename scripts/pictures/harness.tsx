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

declare global {
  interface Window {
    /** Lets another view follow the one on show, as the background does. */
    showView?: (name: string) => void;
    /** Draws another view as if the page had been opened on it. */
    openView?: (name: string) => void;
    /** Moves the clock of the page on. */
    passTime?: (ms: number) => void;
  }
}

const set = await stage();
let laterMs = 0;
const speech = { ...set.speech, now: () => set.speech.now() + laterMs };

function show(name: string): void {
  const { guide } = set.reader;
  if (!guide) throw new Error('The guide is missing.');
  render(
    <SpeechProvider value={speech}>
      <Panel view={fixture(name)} guide={guide} act={() => undefined} />
    </SpeechProvider>,
    set.root,
  );
}

window.showView = show;
window.openView = (name) => {
  render(null, set.root);
  show(name);
};
window.passTime = (ms) => {
  laterMs += ms;
};
show(set.query.get('view') ?? '');
ready(set);
