import type { Speech } from '@/components/speech.ts';
import { NOW } from '@/tests/fixtures/views/base.ts';
import { type Reader, readerOf } from '@/utils/i18n/reader.ts';

export type Stage = Readonly<{
  root: HTMLElement;
  query: URLSearchParams;
  reader: Reader;
  speech: Speech;
}>;

const GUIDE_ID = 'work365-partner-center';

/** Sets language, direction, theme and text size from the address. */
export async function stage(): Promise<Stage> {
  const query = new URLSearchParams(location.search);
  const { documentElement } = document;
  const reader = await readerOf(query.get('lang') ?? 'en', [], GUIDE_ID);
  documentElement.lang = reader.language;
  documentElement.dir = reader.direction;
  documentElement.dataset.theme = query.get('theme') ?? 'light';
  documentElement.style.fontSize = `${query.get('text') ?? '100'}%`;
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no #app.');
  return { root, query, reader, speech: { ...reader, now: () => Date.parse(NOW) } };
}

/** Tells the photographer that everything is in place. */
export function ready({ query }: Stage): void {
  if (query.has('open')) for (const one of document.querySelectorAll('details')) one.open = true;
  document.documentElement.dataset.ready = 'true';
}
