import { useEffect, useRef, useState } from 'preact/hooks';
import type { Guide } from '@/utils/domain/guide.ts';
import type { PanelView } from '@/utils/domain/view.ts';
import type { Act } from './actions.ts';
import { AnnounceProvider } from './announce.ts';
import { announcement } from './announcement.ts';
import { Banners } from './Banners.tsx';
import { FinishedPage } from './FinishedPage.tsx';
import { Footer } from './Footer.tsx';
import { GuideProvider } from './guide-context.ts';
import { Header } from './Header.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { StartPage } from './StartPage.tsx';
import { Steps } from './Steps.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView /** In the reader's language. */; guide: Guide; act: Act }>;

/** The whole panel: a picture of one view. Everything it knows comes in; all it wants goes out. */
export function Panel({ view, guide, act }: Props) {
  const root = useRef<HTMLElement>(null);
  const [said, announce] = useAnnouncements(view, guide);
  useKeptFocus(root);
  return (
    <GuideProvider value={guide}>
      <AnnounceProvider value={announce}>
        <main class="panel" ref={root}>
          <Header view={view} act={act} />
          <div class="body">
            <Banners view={view} act={act} />
            {!view.started && <StartPage view={view} act={act} />}
            {view.started && view.finished && <FinishedPage view={view} act={act} />}
            <Steps view={view} act={act} />
          </div>
          <Footer view={view} act={act} />
          <p class="vh" role="status">
            {said}
          </p>
        </main>
      </AnnounceProvider>
    </GuideProvider>
  );
}

/** One status region for everything that is announced; an empty text leaves the last one alone. */
function useAnnouncements(view: PanelView, guide: Guide) {
  const { say } = useSpeech();
  const before = useRef<PanelView | undefined>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const text = announcement(before.current, view, guide, say);
    before.current = view;
    if (text) setSaid(text);
  }, [view, guide, say]);
  return [said, setSaid] as const;
}
