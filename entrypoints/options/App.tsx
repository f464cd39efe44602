import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Editable, OptionsAct } from '@/components/options/model.ts';
import { OptionsPage } from '@/components/options/OptionsPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { explainCode } from '@/utils/auth/aadsts.ts';
import { words } from '@/utils/domain/words.ts';
import { type Reader, readerOf } from '@/utils/i18n/reader.ts';
import { ask } from '@/utils/messaging/ask.ts';
import { Deployment } from './Deployment.tsx';
import { useModel } from './use-model.ts';

/** The options page: first-run set-up, and what applies and why. */
export function App() {
  const { model, reload } = useModel();
  const reader = useReader(model?.view.language);
  const [testing, setTesting] = useState(false);
  const speech = useMemo(() => (reader ? { ...reader, now: Date.now } : undefined), [reader]);
  if (!model || !speech) return null;
  const act: OptionsAct = {
    save: (name: Editable, value: string) =>
      void ask('saveSettings', { [name]: value }).then(reload),
    test: () => {
      setTesting(true);
      void test()
        .then(reload)
        .finally(() => setTesting(false));
    },
    lookAround: () => void ask('lookAround', {}).then(() => window.open('/panel.html')),
    explain: explainCode,
  };
  return (
    <SpeechProvider value={speech}>
      <OptionsPage
        model={{ ...model, testing }}
        act={act}
        deployment={<Deployment settings={{ ...model.settings.own, ...model.settings.policy }} />}
      />
    </SpeechProvider>
  );
}

/** Signs in when nobody is, then reads once. What went wrong is in the view afterwards. */
async function test(): Promise<void> {
  const { signIn } = await ask('getView', {});
  if (signIn.status !== 'signed-in') await ask('signIn', {});
  const after = await ask('getView', {});
  if (after.signIn.status === 'signed-in') await ask('checkNow', {});
}

function useReader(language: string | undefined): Reader | undefined {
  const [reader, setReader] = useState<Reader>();
  useEffect(() => {
    void readerOf(language, navigator.languages, undefined).then((found) => {
      document.documentElement.lang = found.language;
      document.documentElement.dir = found.direction;
      document.title = found.say(words('options.title'));
      setReader(found);
    });
  }, [language]);
  return reader;
}
