import type { StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Say } from '@/utils/i18n/say-from.ts';

/**
 * The evidence of a step as text to paste: into a ticket, a chat, a support case. Times in UTC.
 *
 * @param hide Takes personal data out of a text; Microsoft's request ids are kept as they are.
 */
export function evidenceText(
  title: string,
  known: StepView,
  say: Say,
  hide: (text: string) => string,
): string {
  const line = (id: string, value: string) => `${say(words(id))}: ${hide(value)}`;
  const items = known.evidence.map((one) =>
    [
      line('evidence.answer', say(one.observed)),
      line('evidence.request', one.request),
      ...(one.fields.length > 0 ? [line('evidence.fields', one.fields.join(', '))] : []),
      line('evidence.time', one.observedAt),
      ...(one.requestId ? [`${say(words('evidence.id'))}: ${one.requestId}`] : []),
    ].join('\n'),
  );
  const verdict = known.summary ? `${title}: ${hide(say(known.summary))}` : title;
  return [verdict, ...items].join('\n\n');
}
