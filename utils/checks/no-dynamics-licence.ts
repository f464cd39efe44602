import type { Check, Inquiry } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import { words } from '@/utils/domain/words.ts';
import { isDynamics365 } from './data/dynamics.ts';
import { productName } from './data/plans.ts';
import { licenceDetailsRead } from './reads/licences.ts';
import { requireAccount } from './rules/find-account.ts';
import { blind } from './rules/outcomes.ts';

/**
 * Whether a Dynamics 365 licence is spent on the account. None is needed, and one does no harm, so
 * the step is done either way once the licences were read; the sentence differs.
 */
export const check: Check = {
  id: 'no-dynamics-licence',
  judge,
  sources: [
    'https://learn.microsoft.com/graph/api/user-list-licensedetails',
    'https://pvdocs.work365apps.com/v2.0/docs/microsoft-partner-center',
  ],
};

function judge(inquiry: Inquiry): Outcome {
  const found = requireAccount(inquiry);
  if (found.kind === 'stop') return found.outcome;
  const { id, signInName: account } = found.account;
  const read = licenceDetailsRead(id);
  const licences = inquiry.find(read);
  if (licences.kind !== 'fact') {
    return blind(licences, read, words('no-dynamics-licence.unreadable', { account }));
  }
  const products = licences.fact
    .filter(isDynamics365)
    .map(({ skuId, skuPartNumber }) => productName(skuId, skuPartNumber))
    .join(', ');
  const count = licences.fact.length;
  if (!products) {
    return {
      status: 'done',
      summary: words('no-dynamics-licence.none', { account }),
      evidence: [licences.observe(words('no-dynamics-licence.seen-none', { count }))],
    };
  }
  return {
    status: 'done',
    summary: words('no-dynamics-licence.assigned', { account, products }),
    evidence: [licences.observe(words('no-dynamics-licence.seen', { products }))],
    notes: [words('no-dynamics-licence.may-be-removed')],
  };
}
