import { cleanup, render } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import type { PanelAction } from '@/components/actions.ts';
import { Panel } from '@/components/Panel.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { NOW } from '@/tests/fixtures/views/base.ts';
import type { PanelView } from '@/utils/domain/view.ts';
import { type Reader, readerOf } from '@/utils/i18n/reader.ts';

afterEach(cleanup);

const readers = new Map<string, Promise<Reader>>();

export function reader(language = 'en'): Promise<Reader> {
  const known = readers.get(language) ?? readerOf(language, [], 'work365-partner-center');
  readers.set(language, known);
  return known;
}

/** Renders the panel and records what its reader asks for. */
export async function show(first: PanelView, language = 'en') {
  const read = await reader(language);
  const { guide } = read;
  if (!guide) throw new Error('The guide is missing.');
  const act = vi.fn<(action: PanelAction) => void>();
  const speech = { ...read, now: () => Date.parse(NOW) };
  const page = (view: PanelView) => (
    <SpeechProvider value={speech}>
      <Panel view={view} guide={guide} act={act} />
    </SpeechProvider>
  );
  const { container, rerender } = render(page(first));
  return {
    act,
    container,
    update: (view: PanelView) => rerender(page(view)),
    step: (id: string) => {
      const item = container.querySelector<HTMLElement>(`[data-step="${id}"]`);
      if (!item) throw new Error(`No step ${id}.`);
      return item;
    },
    action: (name: string) => container.querySelector<HTMLElement>(`[data-action="${name}"]`),
  };
}
