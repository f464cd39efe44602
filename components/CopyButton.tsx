import { useEffect, useState } from 'preact/hooks';
import { words } from '@/utils/domain/words.ts';
import { useAnnounce } from './announce.ts';
import { Button, IconButton } from './Button.tsx';
import { copyText } from './copy-text.ts';
import { useSpeech } from './speech.ts';

type Props = Readonly<{
  /** `data-action`, beginning with `copy`. */
  action: `copy${string}`;
  text: string;
  label: string;
  /** Only the drawing, with `label` as its name. */
  bare?: boolean;
  kind?: 'primary' | 'plain' | 'quiet';
  small?: boolean;
}>;

const SHOWN_MS = 2000;

/** Copies a text and says so where it was pressed, in a place that does not change its size. */
export function CopyButton({ action, text, label, bare = false, kind, small }: Props) {
  const { say } = useSpeech();
  const announce = useAnnounce();
  const [result, setResult] = useState<'copied' | 'not-copied'>();
  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = async () => {
    const outcome = (await copyText(text)) ? 'copied' : 'not-copied';
    setResult(outcome);
    announce(say(words(`copy.${outcome}`)));
  };
  const icon = result === 'copied' ? 'check' : 'copy';
  const press = () => void copy();
  if (bare) return <IconButton action={action} label={label} icon={icon} onPress={press} />;
  return (
    <Button
      action={action}
      icon={icon}
      onPress={press}
      kind={kind ?? 'plain'}
      small={small ?? false}
    >
      <span class="swap">
        <span class={result ? 'gone' : ''}>{label}</span>
        <span class={result ? '' : 'gone'} aria-hidden={!result}>
          {say(words(`copy.${result ?? 'copied'}`))}
        </span>
      </span>
    </Button>
  );
}
