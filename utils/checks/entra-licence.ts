import type { Check, Found, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { productName } from './data/plans.ts';
import { DIRECTORY_LAG } from './data/waits.ts';
import {
  type LicenceDetail,
  licenceDetailsRead,
  type Sku,
  subscribedSkusRead,
} from './reads/licences.ts';
import { type AccountSeen, findAccount, withoutAccount } from './rules/find-account.ts';
import { blind, type Known, unreadEvidence, withNotes } from './rules/outcomes.ts';
import {
  assignmentError,
  freeSeats,
  type Holding,
  holdingInDetails,
  holdingOf,
  premiumSkus,
  usableSkus,
} from './rules/premium.ts';
import { waitAfterAction } from './rules/wait.ts';

/** If the tenant owns Entra ID P1 or better, the account has it. */
export const check: Check = {
  id: 'entra-licence',
  judge,
  sources: [
    'https://learn.microsoft.com/graph/api/subscribedsku-list',
    'https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference',
    'https://docs.work365apps.com/page/mfa-setup-for-integration-account',
  ],
};

function judge(inquiry: Inquiry): Outcome {
  const found = findAccount(inquiry, [subscribedSkusRead]);
  if (found.kind === 'stop') return found.outcome;
  const skus = inquiry.find(subscribedSkusRead);
  if (found.kind === 'account') {
    const details = inquiry.find(licenceDetailsRead(found.account.id));
    return judgeAccount(inquiry, found.account, skus, details);
  }
  if (skus.kind === 'fact' && usableSkus(skus.fact).length === 0) return ownsNone(skus);
  return withoutAccount(inquiry, found);
}

function judgeAccount(
  inquiry: Inquiry,
  account: AccountSeen,
  skus: Found<Sku[]>,
  details: Found<LicenceDetail[]>,
): Outcome {
  const { holding, evidence } = readHolding(account, skus, details);
  const values = { account: account.signInName };
  if (holding === 'held') {
    return { status: 'done', summary: words('entra-licence.held', values), evidence };
  }
  if (skus.kind !== 'fact') {
    return blind(skus, subscribedSkusRead, words('entra-licence.unreadable'), evidence);
  }
  if (usableSkus(skus.fact).length === 0) return ownsNone(skus);
  if (holding === undefined && details.kind !== 'fact') {
    const read = licenceDetailsRead(account.id);
    return blind(details, read, words('entra-licence.account-unreadable', values), evidence);
  }
  const seen = [
    ...evidence,
    skus.observe(words('entra-licence.seen-owned', withSeats(usableSkus(skus.fact)))),
  ];
  return notHeld(inquiry, account, skus.fact, holding ?? 'none', seen);
}

type HoldingRead = Readonly<{ holding: Holding | undefined; evidence: readonly Evidence[] }>;

function readHolding(
  account: AccountSeen,
  skus: Found<Sku[]>,
  details: Found<LicenceDetail[]>,
): HoldingRead {
  const owned = skus.kind === 'fact' ? skus.fact : [];
  if (account.whole) {
    const holding = holdingOf(account.whole, owned);
    return { holding, evidence: [account.observe(words(`entra-licence.seen-${holding}`))] };
  }
  if (details.kind !== 'fact') return { holding: undefined, evidence: unreadEvidence(details) };
  const holding = holdingInDetails(details.fact, usableSkus(owned));
  return { holding, evidence: [details.observe(words(`entra-licence.seen-${holding}`))] };
}

type Named = Readonly<{ products: string; count: number }>;

function named(skus: readonly Sku[]): Named {
  const names = skus.map(({ skuId, skuPartNumber }) => productName(skuId, skuPartNumber));
  return { products: names.join(', '), count: names.length };
}

/** Each with its own free seats: any one will do, so a sum over them would say nothing. */
function withSeats(skus: readonly Sku[]): Named {
  const all = skus.map((sku) => `${named([sku]).products} (${freeSeats(sku)})`);
  return { products: all.join(', '), count: all.length };
}

function ownsNone(skus: Known<Sku[]>): Outcome {
  const lapsed = premiumSkus(skus.fact).length;
  return {
    status: 'not-applicable',
    summary: words('entra-licence.owns-none'),
    evidence: [skus.observe(words('entra-licence.seen-none-owned'))],
    ...withNotes(lapsed > 0 ? [words('entra-licence.lapsed')] : []),
  };
}

function notHeld(
  inquiry: Inquiry,
  account: AccountSeen,
  skus: readonly Sku[],
  holding: Holding,
  evidence: readonly Evidence[],
): Outcome {
  const values = { account: account.signInName };
  const error = account.whole && assignmentError(account.whole, premiumSkus(skus));
  const watched = inquiry.watched.actionAt?.['entra-licence'];
  const wait = waitAfterAction([watched], DIRECTORY_LAG, inquiry.nowMs);
  if (!error && holding === 'pending') {
    const summary = words('entra-licence.pending', values);
    return { status: 'in-progress', summary, evidence, ...(wait ?? {}) };
  }
  if (!error && wait) {
    const summary = words('entra-licence.not-seen-yet', values);
    return { status: 'in-progress', summary, evidence, ...wait };
  }
  const usable = usableSkus(skus);
  const free = usable.filter((sku) => freeSeats(sku) > 0);
  const why = error ? 'error' : whyNot(holding, free.length);
  const said = { ...values, ...(error ? { error } : {}) };
  return {
    status: 'not-done',
    summary: words(`entra-licence.${why}`, { ...said, ...named(usable) }),
    fix: words(`entra-licence.${why}.fix`, { ...said, ...withSeats(free) }),
    evidence,
    ...withNotes(notesOf(account)),
  };
}

function whyNot(holding: Holding, free: number): 'grace' | 'off' | 'no-seat' | 'not-assigned' {
  if (holding === 'grace' || holding === 'off') return holding;
  return free > 0 ? 'not-assigned' : 'no-seat';
}

function notesOf({ whole }: AccountSeen): Words[] {
  if (!whole || whole.usageLocation) return [];
  return [words('entra-licence.no-usage-location')];
}
