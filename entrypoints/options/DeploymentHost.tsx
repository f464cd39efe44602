import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { DeploymentForm } from '@/components/options/deployment/DeploymentForm.tsx';
import {
  configurationOf,
  type Draft,
  draftOf,
  newDraft,
} from '@/components/options/deployment/draft.ts';
import { saveFile } from '@/components/save-file.ts';
import { SpeechProvider, useSpeech } from '@/components/speech.ts';
import { artefactsOf, type Translations } from '@/utils/deployment/artefacts.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import { readConfiguration } from '@/utils/deployment/read-configuration.ts';
import { type Problem, readDeployment } from '@/utils/deployment/read-deployment.ts';
import { zipOf } from '@/utils/deployment/zip.ts';
import { loadDeploymentWords, loadSettingTranslations } from '@/utils/i18n/deployment-words.ts';
import type { Catalogue } from '@/utils/i18n/message.ts';
import { sayFrom } from '@/utils/i18n/say-from.ts';

const ZIP = 'waymark-deployment.zip';
const guideIds = Object.keys(import.meta.glob('/guides/*/guide.ts')).map(
  (file) => file.split('/')[2] ?? '',
);

type Props = Readonly<{ settings: Readonly<Record<string, unknown>> }>;
type Loaded = Readonly<{ words: Catalogue; translations: Translations }>;

/** Holds the deployment form: what is filled in, what it makes, and the file it is saved as. */
export function DeploymentHost({ settings }: Props) {
  const speech = useSpeech();
  const loaded = useLoaded(speech.language);
  const [draft, setDraft] = useState<Draft>(() => newDraft(ownId(), settings));
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const [downloaded, setDownloaded] = useState<string>();
  const read = useMemo(() => readDeployment(configurationOf(draft), guideIds), [draft]);
  const own = useMemo(() => {
    if (!loaded) return undefined;
    const say = sayFrom([loaded.words], speech.locale);
    return {
      ...speech,
      say: (words: Parameters<typeof say>[0]) =>
        words.id in loaded.words ? say(words) : speech.say(words),
    };
  }, [loaded, speech]);
  if (!loaded || !own) return null;
  const made = 'deployment' in read && refused.length === 0 ? read.deployment : undefined;
  const files = made ? artefactsOf(made, loaded.translations) : [];
  const act = {
    change: (next: Draft) => {
      setDraft(next);
      setRefused([]);
      setDownloaded(undefined);
    },
    load: (file: File) =>
      void file.text().then((text) => {
        const given = readConfiguration(text, guideIds);
        setRefused('problems' in given ? given.problems : []);
        if ('deployment' in given) setDraft(draftOf(given.deployment));
      }),
    download: () => {
      saveFile(ZIP, zipOf(files), 'application/zip');
      setDownloaded(ZIP);
    },
  };
  const problems = refused.length > 0 || 'deployment' in read ? refused : read.problems;
  const model = { draft, problems, files, guideIds, ...(downloaded ? { downloaded } : {}) };
  return (
    <SpeechProvider value={own}>
      <DeploymentForm model={model} act={act} />
    </SpeechProvider>
  );
}

/** The id of this installation: packages signed with a key of the organisation's have their own. */
function ownId(): string {
  const { id } = browser.runtime;
  return /^[a-p]{32}$/.test(id) ? id : IDENTITY.chromiumId;
}

function useLoaded(language: string): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    void Promise.all([loadDeploymentWords(language), loadSettingTranslations()]).then(
      ([words, translations]) => setLoaded({ words, translations }),
    );
  }, [language]);
  return loaded;
}
