import type { Step } from '../domain/guide.ts';
import type { Guard, StepView } from '../domain/view.ts';
import { words } from '../domain/words.ts';

/**
 * Beside a page of another tenant nothing is shown as verified: what is known is of the guide's
 * tenant, and a reader would take it for the page's.
 */
export function elsewhere(
  { known }: Step,
  shown: StepView,
  { page, guide }: Extract<Guard, { kind: 'wrong-tenant' }>,
): StepView {
  if (known.by === 'answer' || shown.state === 'not-applicable') return shown;
  const {
    by: _by,
    needs: _needs,
    grant: _grant,
    wait: _wait,
    fix: _fix,
    lastKnown: _last,
    ...rest
  } = shown;
  return {
    ...rest,
    state: 'cannot-tell',
    reason: 'wrong-tenant',
    summary: words('outcome.wrong-tenant.page', { page, guide }),
    notes: [],
    evidence: [],
    attestable: false,
  };
}
