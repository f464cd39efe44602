import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/marks.css';
import '@/components/styles/controls.css';
import '@/components/styles/steps.css';
import '@/components/styles/pages.css';
import { render } from 'preact';
import { DeploymentForm } from '@/components/options/deployment/DeploymentForm.tsx';
import { OptionsPage } from '@/components/options/OptionsPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { DEPLOYMENTS } from '@/tests/fixtures/views/deployment.ts';
import { OPTIONS } from '@/tests/fixtures/views/options.ts';
import { loadDeploymentWords } from '@/utils/i18n/deployment-words.ts';
import { sayFrom } from '@/utils/i18n/say-from.ts';
import { ready, stage } from './stage.ts';

const set = await stage();
const model = OPTIONS[set.query.get('view') ?? ''];
const act = {
  save: () => undefined,
  test: () => undefined,
  lookAround: () => undefined,
  explain: () => undefined,
};
if (!model) throw new Error(`No such model. There are ${Object.keys(OPTIONS).join(', ')}.`);
const form = DEPLOYMENTS[set.query.get('deploy') ?? ''];
const deployWords = await loadDeploymentWords(set.reader.language);
const sayDeploy = sayFrom([deployWords], set.speech.locale);
const speech: typeof set.speech = {
  ...set.speech,
  say: (words) => (words.id in deployWords ? sayDeploy(words) : set.speech.say(words)),
};
const ignore = () => undefined;
const formAct = { change: ignore, load: ignore, download: ignore };
render(
  <SpeechProvider value={speech}>
    <OptionsPage
      model={model}
      act={act}
      deployment={form && <DeploymentForm model={form} act={formAct} />}
    />
  </SpeechProvider>,
  set.root,
);
if (set.query.has('press')) {
  document.querySelector<HTMLElement>('[data-action="deploy-download"]')?.click();
}
ready(set);
