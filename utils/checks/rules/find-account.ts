import type { Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Needs, Outcome } from '@/utils/domain/outcome.ts';
import type { Read } from '@/utils/domain/read.ts';
import type { Words } from '@/utils/domain/words.ts';
import { words } from '@/utils/domain/words.ts';
import { DIRECTORY_LAG } from '../data/waits.ts';
import { type Account, accountBasicsRead, accountRead } from '../reads/account.ts';
import { blind, type Unread } from './outcomes.ts';
import { wrongTenant } from './right-tenant.ts';
import { waitAfterAction } from './wait.ts';

/** The integration account, as far as it can be seen. */
export type AccountSeen = Readonly<{
  id: string;
  signInName: string;
  /** Absent when the permission shows only that the account exists. */
  whole?: Account;
  observe: (observed: Words) => Evidence;
}>;

export type AccountFound =
  | Readonly<{ kind: 'account'; account: AccountSeen }>
  /** Nobody has this sign-in name. */
  | Readonly<{ kind: 'none'; signInName: string; evidence: readonly Evidence[] }>
  /** It cannot be asked about the account: the outcome says why. */
  | Readonly<{ kind: 'stop'; outcome: Outcome }>;

const WHOLE_NEEDS: Needs = { scopes: ['User.Read.All', 'Directory.Read.All'] };

/** What can be said before Graph is asked: not for this partner, nobody signed in, no name given. */
function beforeAsking(inquiry: Inquiry): Outcome | undefined {
  if (inquiry.answers.partnerTier === 'indirect') {
    return { status: 'not-applicable', summary: words('account.indirect'), evidence: [] };
  }
  if (!inquiry.identity) return signedOut();
  if (inquiry.answers.integrationAccount?.trim()) return undefined;
  return {
    status: 'cannot-tell',
    reason: 'not-measured-yet',
    summary: words('account.not-named'),
    evidence: [],
  };
}

/** The outcome of every step before sign-in. */
export function signedOut(): Outcome {
  const summary = words('signed-out');
  return { status: 'cannot-tell', reason: 'signed-out', summary, evidence: [] };
}

/** Stands for all that is absent while only the basic fields are shown. */
export function hiddenAccount({ observe }: AccountSeen): Unread {
  return { kind: 'unknown', reason: 'consent-required', needs: WHOLE_NEEDS, observe };
}

/**
 * Looks the account up, with the smallest permission that shows it. `along` are reads that need no
 * account and that the step asks for later: asked here, they travel with the first.
 */
export function findAccount(inquiry: Inquiry, along: readonly Read[] = []): AccountFound {
  const stop = beforeAsking(inquiry);
  if (stop) return { kind: 'stop', outcome: stop };
  for (const read of along) inquiry.find(read);
  const elsewhere = wrongTenant(inquiry);
  if (elsewhere) return { kind: 'stop', outcome: elsewhere };
  const name = inquiry.answers.integrationAccount?.trim() ?? '';
  const found = inquiry.find(accountRead(name));
  if (found.kind === 'fact') {
    const { fact, observe } = found;
    const seen = { id: fact.id, signInName: fact.userPrincipalName, observe };
    // Null means that the permission does not show it; everybody with it sees true or false.
    const isWhole = typeof fact.accountEnabled === 'boolean';
    return { kind: 'account', account: isWhole ? { ...seen, whole: fact } : seen };
  }
  if (found.kind === 'absent') {
    return { kind: 'none', signInName: name, evidence: [found.observe(words('seen.no-account'))] };
  }
  return findBasics(inquiry, name, found);
}

function findBasics(inquiry: Inquiry, name: string, hidden: Unread): AccountFound {
  const unreadable: AccountFound = {
    kind: 'stop',
    outcome: blind(hidden, accountRead(name), words('account.unreadable', { account: name })),
  };
  if (hidden.kind !== 'unknown' || hidden.reason !== 'consent-required') return unreadable;
  const found = inquiry.find(accountBasicsRead(name));
  if (found.kind === 'fact') {
    const { id, userPrincipalName: signInName } = found.fact;
    return { kind: 'account', account: { id, signInName, observe: found.observe } };
  }
  if (found.kind !== 'absent') return unreadable;
  return { kind: 'none', signInName: name, evidence: [found.observe(words('seen.no-account'))] };
}

/** The account for a step that needs one; without one the step is open, or waits with the account. */
export function requireAccount(
  inquiry: Inquiry,
  along: readonly Read[] = [],
): Exclude<AccountFound, Readonly<{ kind: 'none' }>> {
  const found = findAccount(inquiry, along);
  return found.kind === 'none' ? { kind: 'stop', outcome: withoutAccount(inquiry, found) } : found;
}

/** Nobody has the name yet: open, or waiting for a moment after the account was seen being made. */
export function withoutAccount(
  inquiry: Inquiry,
  { signInName, evidence }: Extract<AccountFound, { kind: 'none' }>,
): Outcome {
  const watched = inquiry.watched.actionAt?.['account-exists'];
  const wait = waitAfterAction([watched], DIRECTORY_LAG, inquiry.nowMs);
  const values = { account: signInName };
  if (wait) {
    const summary = words('account.not-seen-yet', values);
    return { status: 'in-progress', summary, evidence, ...wait };
  }
  return {
    status: 'not-done',
    summary: words('account.missing', values),
    fix: words('account.missing.fix'),
    evidence,
  };
}
