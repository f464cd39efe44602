import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { type Words, words } from '@/utils/domain/words.ts';

/** One value to hand to another product, and who vouches for it. */
export type ValueRow = Readonly<{ label: Words; value: string; by?: 'graph' | 'admin' }>;

/**
 * Values that people copy out of a verdict that holds the tenant id, by their name in its words and
 * in the order that the verdict names them in; the browser's stores keep none.
 */
const LABELS: Readonly<Record<string, string>> = {
  tenantId: 'value.tenant-id',
  domain: 'value.default-domain',
};

/** What the verdict of a step hands over; most steps hand over nothing. */
export function handedOver(known: StepView): readonly ValueRow[] {
  const values = known.summary?.values ?? {};
  if (!('tenantId' in values)) return [];
  return Object.entries(LABELS).flatMap(([name, label]) => {
    const value = values[name];
    return value === undefined
      ? []
      : [{ label: words(label), value: String(value), by: 'graph' as const }];
  });
}

/** Everything the finished guide hands over: what was read, and the account it is all about. */
export function allValues(view: PanelView): readonly ValueRow[] {
  const read = view.steps.filter((step) => step.state === 'done' && isCertain(step));
  const account = view.answers.integrationAccount;
  const rows = read.flatMap(handedOver);
  return account ? [...rows, { label: words('value.account'), value: account }] : rows;
}

/** Values of a tenant that nothing confirmed are offered beside the sentence that says so, only. */
function isCertain({ summary }: StepView): boolean {
  return !summary?.id.endsWith('-unconfirmed');
}
