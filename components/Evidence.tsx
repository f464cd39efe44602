import type { Evidence as Item } from '@/utils/domain/outcome.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { exactTime } from '@/utils/i18n/times.ts';
import { CopyEvidence } from './CopyEvidence.tsx';
import { Disclosure } from './Disclosure.tsx';
import { Said } from './Said.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ title: string; known: StepView; view: PanelView }>;

/** What was checked, so that anyone can repeat it by hand. */
export function Evidence({ title, known, view }: Props) {
  const { say } = useSpeech();
  if (known.evidence.length === 0) return null;
  return (
    <Disclosure title={say(words('evidence.title'))}>
      <div class="evidence">
        {known.evidence.map((item) => (
          <EvidenceItem key={`${item.request}${item.observedAt}`} item={item} />
        ))}
        <div class="actions">
          <CopyEvidence
            action="copy-evidence"
            small
            label={say(words('evidence.copy'))}
            title={title}
            known={known}
            view={view}
          />
        </div>
      </div>
    </Disclosure>
  );
}

function EvidenceItem({ item }: Readonly<{ item: Item }>) {
  const { say, locale } = useSpeech();
  return (
    <dl>
      <dt>{say(words('evidence.answer'))}</dt>
      <dd>
        <Said words={item.observed} />
      </dd>
      <dt>{say(words('evidence.request'))}</dt>
      <dd class="mono" dir="ltr">
        {item.request}
      </dd>
      {item.fields.length > 0 && (
        <>
          <dt>{say(words('evidence.fields'))}</dt>
          <dd class="mono" dir="ltr">
            {item.fields.join(', ')}
          </dd>
        </>
      )}
      <dt>{say(words('evidence.time'))}</dt>
      <dd>
        <time dateTime={item.observedAt}>{exactTime(item.observedAt, locale)}</time>
      </dd>
      {item.requestId && (
        <>
          <dt>{say(words('evidence.id'))}</dt>
          <dd class="mono" dir="ltr">
            {item.requestId}
          </dd>
        </>
      )}
    </dl>
  );
}
