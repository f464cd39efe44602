import { words } from '@/utils/domain/words.ts';
import { Button } from './Button.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ onAllow: () => void; onRefuse: () => void }>;

/** Says what the browser is going to ask, before it asks. */
export function NotifyPage({ onAllow, onRefuse }: Props) {
  const { say } = useSpeech();
  return (
    <main class="question">
      <h1>{say(words('tell.title'))}</h1>
      <p>{say(words('tell.body'))}</p>
      <div class="actions">
        <Button action="allow" icon="bell" kind="primary" onPress={onAllow}>
          {say(words('tell.allow'))}
        </Button>
        <Button action="refuse" onPress={onRefuse}>
          {say(words('tell.refuse'))}
        </Button>
      </div>
    </main>
  );
}
