import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Act } from '@/components/actions.ts';
import { Loading } from '@/components/Loading.tsx';
import { Panel } from '@/components/Panel.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { Updated } from '@/components/Updated.tsx';
import type { PanelView } from '@/utils/domain/view.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { request } from './requests.ts';
import { type First, type Trouble, useView } from './use-view.ts';

/** The panel page: asks for the view, shows it, and sends what the reader wants. */
export function App({ first }: Readonly<{ first: First }>) {
  const { shown, trouble, refresh } = useView(first);
  const [failed, setFailed] = useState(false);
  const reader = shown?.reader;
  const speech = useMemo(() => (reader ? { ...reader, now: Date.now } : undefined), [reader]);
  useEffect(() => {
    if (!reader) return;
    document.documentElement.lang = reader.language;
    document.documentElement.dir = reader.direction;
  }, [reader]);
  const act: Act = (action) => {
    setFailed(false);
    // Not only when told: a worker may die between doing and telling.
    request(action).then(refresh, () => setFailed(true));
  };
  if (!shown || !speech || !reader?.guide)
    return trouble === 'orphaned' ? <Updated /> : <Loading />;
  return (
    <SpeechProvider value={speech}>
      {trouble === 'orphaned' ? (
        <Updated />
      ) : (
        <Panel view={withTrouble(shown.view, trouble, failed)} guide={reader.guide} act={act} />
      )}
    </SpeechProvider>
  );
}

/** A question or request that failed is a notice over what was known; nothing is lost. */
function withTrouble(view: PanelView, trouble: Trouble, failed: boolean): PanelView {
  const notice: Words | undefined =
    trouble === 'unreachable'
      ? words('panel.unreachable')
      : failed
        ? words('panel.failed')
        : view.notice;
  return notice ? { ...view, notice } : view;
}
