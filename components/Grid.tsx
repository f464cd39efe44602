import type { ComponentChildren } from 'preact';
import { words } from '@/utils/domain/words.ts';
import { useSpeech } from './speech.ts';

type GridProps = Readonly<{
  /** Message ids of the column heads. */
  columns: readonly string[];
  /** Message id of what is said instead of an empty table. */
  empty: string;
  children: readonly ComponentChildren[];
}>;

/** A table, or why there is none. */
export function Grid({ columns, empty, children }: GridProps) {
  const { say } = useSpeech();
  if (children.length === 0) return <p>{say(words(empty))}</p>;
  return (
    <div class="box table">
      <table>
        <thead>
          <tr>
            {columns.map((id) => (
              <th key={id} scope="col">
                {say(words(id))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
