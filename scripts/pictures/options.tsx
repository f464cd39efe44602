import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/marks.css';
import '@/components/styles/controls.css';
import '@/components/styles/steps.css';
import '@/components/styles/pages.css';
import { render } from 'preact';
import { OptionsPage } from '@/components/options/OptionsPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { OPTIONS } from '@/tests/fixtures/views/options.ts';
import { ready, stage } from './stage.ts';

const set = await stage();
const model = OPTIONS[set.query.get('view') ?? ''];
const act = { save: () => undefined, test: () => undefined, lookAround: () => undefined };
if (!model) throw new Error(`No such model. There are ${Object.keys(OPTIONS).join(', ')}.`);
render(
  <SpeechProvider value={set.speech}>
    <OptionsPage model={model} act={act} />
  </SpeechProvider>,
  set.root,
);
ready(set);
