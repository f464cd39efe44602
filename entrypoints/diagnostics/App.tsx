import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { DiagnosticsPage } from '@/components/diagnostics/DiagnosticsPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import type { Diagnostics } from '@/utils/domain/diagnostics.ts';
import { words } from '@/utils/domain/words.ts';
import { type Reader, readerOf } from '@/utils/i18n/reader.ts';
import { ask } from '@/utils/messaging/ask.ts';

type Loaded = Readonly<{ found: Diagnostics; reader: Reader }>;

/** The diagnostics page: what a support case needs, read afresh when it opens and on request. */
export function App() {
  const [loaded, setLoaded] = useState<Loaded>();
  const again = useCallback(() => void load().then(setLoaded), []);
  useEffect(again, [again]);
  const reader = loaded?.reader;
  const speech = useMemo(() => reader && { ...reader, now: Date.now }, [reader]);
  if (!loaded || !speech) return null;
  return (
    <SpeechProvider value={speech}>
      <DiagnosticsPage found={loaded.found} onAgain={again} />
    </SpeechProvider>
  );
}

async function load(): Promise<Loaded> {
  const [found, view] = await Promise.all([ask('getDiagnostics', {}), ask('getView', {})]);
  const reader = await readerOf(view.language, navigator.languages, undefined);
  document.documentElement.lang = reader.language;
  document.documentElement.dir = reader.direction;
  document.title = reader.say(words('diagnostics.title'));
  return { found, reader };
}
