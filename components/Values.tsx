import { words } from '@/utils/domain/words.ts';
import { CopyButton } from './CopyButton.tsx';
import { Said } from './Said.tsx';
import { useSpeech } from './speech.ts';
import type { ValueRow } from './values.ts';

type Props = Readonly<{ rows: readonly ValueRow[] }>;

/** Values to hand to another product, each with its own copy button. */
export function Values({ rows }: Props) {
  const { say } = useSpeech();
  return (
    <dl class="values">
      {rows.map(({ label, value }) => (
        <div key={label.id} class="value">
          <dt>
            <Said words={label} />
          </dt>
          <dd class="mono">
            <bdi>{value}</bdi>
          </dd>
          <dd class="do">
            <CopyButton
              action="copy-value"
              bare
              text={value}
              label={say(words('copy.value', { label: say(label) }))}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
