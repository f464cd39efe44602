import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Button } from './Button.tsx';
import { useGuide } from './guide-context.ts';
import { Summit } from './Logo.tsx';
import { useSpeech } from './speech.ts';
import { countsOf } from './tally.ts';
import { Values } from './Values.tsx';
import { allValues } from './values.ts';

type Props = Readonly<{ view: PanelView; act: Act }>;

/** Everything is settled: who settled how much, and what to hand over. */
export function FinishedPage({ view, act }: Props) {
  const { say } = useSpeech();
  const guide = useGuide();
  const { graph, admin } = countsOf(view.steps);
  const rows = allValues(view);
  const page = useRef<HTMLDivElement>(null);
  // The last step is far down the list: the end comes to the reader, once, when it is reached.
  useLayoutEffect(() => page.current?.parentElement?.scrollTo?.({ top: 0 }), []);
  return (
    <div class="page finish" ref={page}>
      <div class="summit">
        <Summit />
        <div>
          <h2>{say(words('finish.title'))}</h2>
          <p class="lead">{guide.purpose}</p>
          <p class="lead">
            {say(words('finish.graph', { count: graph }))}
            {admin > 0 && ` ${say(words('finish.admin', { count: admin }))}`}
          </p>
        </div>
      </div>
      {rows.length > 0 && (
        <div>
          <p class="h3">{say(words('finish.values'))}</p>
          <Values rows={rows} />
        </div>
      )}
      <Button
        action="report"
        icon="document"
        kind="primary"
        wide
        onPress={() => act({ name: 'report' })}
      >
        {say(words('finish.report'))}
      </Button>
      <p class="line">{say(words('finish.keep'))}</p>
    </div>
  );
}
