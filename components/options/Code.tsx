import { words } from '@/utils/domain/words.ts';
import { CopyButton } from '../CopyButton.tsx';
import { useSpeech } from '../speech.ts';

/** Text for a terminal or a file, with its copy button. Always left to right. */
export function Code({ text }: Readonly<{ text: string }>) {
  const { say } = useSpeech();
  return (
    <div class="code">
      <pre dir="ltr">{text}</pre>
      <CopyButton action="copy-code" small text={text} label={say(words('copy.button'))} />
    </div>
  );
}
