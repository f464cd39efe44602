import { useEffect, useMemo, useState } from 'preact/hooks';
import { NotifyPage } from '@/components/NotifyPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { words } from '@/utils/domain/words.ts';
import { type Reader, readerOf } from '@/utils/i18n/reader.ts';
import { ask } from '@/utils/messaging/ask.ts';
import { askToNotify } from '@/utils/messaging/may-notify.ts';

/** A window that asks for notifications where the panel could not, and closes. */
export function App() {
  const [reader, setReader] = useState<Reader>();
  useEffect(() => void load().then(setReader), []);
  const speech = useMemo(() => reader && { ...reader, now: Date.now }, [reader]);
  if (!speech) return null;
  return (
    <SpeechProvider value={speech}>
      <NotifyPage onAllow={() => void allow().then(close)} onRefuse={() => close()} />
    </SpeechProvider>
  );
}

async function allow(): Promise<void> {
  await askToNotify();
  const stepId = new URLSearchParams(location.search).get('step') ?? '';
  await ask('tellWhenReady', { stepId, hasAsked: true });
}

async function load(): Promise<Reader> {
  const { language } = await ask('getView', {});
  const reader = await readerOf(language, navigator.languages, undefined);
  document.documentElement.lang = reader.language;
  document.documentElement.dir = reader.direction;
  document.title = reader.say(words('tell.title'));
  return reader;
}
