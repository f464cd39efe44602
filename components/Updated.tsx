import { words } from '@/utils/domain/words.ts';
import { Banner } from './Banner.tsx';
import { useSpeech } from './speech.ts';

/** The extension was replaced while this page was open. */
export function Updated() {
  const { say } = useSpeech();
  return (
    <main class="panel">
      <div class="body">
        <Banner
          id="updated"
          tone="plain"
          icon="infoLarge"
          title={say(words('panel.updated.title'))}
        >
          <p>{say(words('panel.updated.body'))}</p>
        </Banner>
      </div>
    </main>
  );
}
