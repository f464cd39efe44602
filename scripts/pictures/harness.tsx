import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/marks.css';
import '@/components/styles/controls.css';
import '@/components/styles/panel.css';
import '@/components/styles/steps.css';
import { render } from 'preact';
import { Panel } from '@/components/Panel.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { NOW } from '@/tests/fixtures/views/base.ts';
import { VIEWS } from '@/tests/fixtures/views/index.ts';
import { readerOf } from '@/utils/i18n/reader.ts';

/** Draws one fixture: `?view=wait&lang=de&theme=dark&text=200`. Never part of a build. */
async function draw(query: URLSearchParams): Promise<void> {
  const view = VIEWS[query.get('view') ?? ''];
  if (!view) throw new Error(`No such view. There are ${Object.keys(VIEWS).join(', ')}.`);
  const { documentElement } = document;
  const reader = await readerOf(query.get('lang') ?? 'en', [], view.guideId);
  documentElement.lang = reader.language;
  documentElement.dir = reader.direction;
  documentElement.dataset.theme = query.get('theme') ?? 'light';
  documentElement.style.fontSize = `${query.get('text') ?? '100'}%`;
  const root = document.getElementById('app');
  if (!root || !reader.guide) return;
  render(
    <SpeechProvider value={{ ...reader, now: () => Date.parse(NOW) }}>
      <Panel view={view} guide={reader.guide} act={() => undefined} />
    </SpeechProvider>,
    root,
  );
  if (query.has('open')) for (const one of document.querySelectorAll('details')) one.open = true;
  documentElement.dataset.ready = 'true';
}

await draw(new URLSearchParams(location.search));
