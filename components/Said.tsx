import type { Words } from '@/utils/domain/words.ts';
import { useSpeech } from './speech.ts';

/** Unicode's first-strong isolate and its end: they mark a value inside a sentence. */
const OPEN = '\u2068';
const CLOSE = '\u2069';

type Props = Readonly<{ words: Words }>;

/**
 * A sentence in the reader's language. Values (names, addresses) stand in `<bdi>`, so that they
 * keep their own direction; [control labels] are marked, not quoted.
 */
export function Said({ words }: Props) {
  const { say } = useSpeech();
  const values = Object.entries(words.values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? `${OPEN}${value}${CLOSE}` : value,
  ]);
  return <Marked text={say({ id: words.id, values: Object.fromEntries(values) })} />;
}

/** Text with [control labels], from a guide. */
export function Marked({ text }: Readonly<{ text: string }>) {
  const parts = text.split(/(\u2068[^\u2069]*\u2069|\[[^\]]+\])/);
  return (
    <>
      {parts.map((part, index) => {
        const key = `${index}${part}`;
        if (part.startsWith(OPEN)) return <bdi key={key}>{part.slice(1, -1)}</bdi>;
        if (!part.startsWith('[')) return part;
        const label = part.slice(1, -1).replaceAll(OPEN, '').replaceAll(CLOSE, '');
        return (
          <bdi key={key} class="ctl">
            {label}
          </bdi>
        );
      })}
    </>
  );
}
