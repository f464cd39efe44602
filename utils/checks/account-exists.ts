import type { Check, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { ROLE } from './data/roles.ts';
import { DIRECTORY_LAG } from './data/waits.ts';
import { type Account, accountRead } from './reads/account.ts';
import { rolesOfRead } from './reads/roles.ts';
import { accountNotes, accountProblems } from './rules/account-problems.ts';
import {
  type AccountFound,
  type AccountSeen,
  findAccount,
  hiddenAccount,
} from './rules/find-account.ts';
import { blind, undecided, withNotes } from './rules/outcomes.ts';
import { findRoles, hiddenRoles, type RolesFound, type RolesHeld } from './rules/roles-held.ts';
import { type Wait, waitAfterAction } from './rules/wait.ts';

/** The account exists, may sign in, belongs to this tenant and to nobody who administers it. */
export const check: Check = {
  id: 'account-exists',
  judge,
  sources: [
    'https://learn.microsoft.com/graph/api/user-get',
    'https://learn.microsoft.com/entra/external-id/user-properties',
    'https://docs.work365apps.com/page/mfa-setup-for-integration-account',
  ],
};

function judge(inquiry: Inquiry): Outcome {
  const found = findAccount(inquiry);
  if (found.kind === 'stop') return found.outcome;
  const watched = inquiry.watched.actionAt?.['account-exists'];
  const wait = waitAfterAction([watched], DIRECTORY_LAG, inquiry.nowMs);
  if (found.kind === 'none') return judgeNone(found, wait);
  const { account } = found;
  const roles = findRoles(inquiry, rolesOfRead(account.id));
  if (!account.whole) return judgeHidden(account);
  return judgeAccount(inquiry, account, account.whole, roles, wait);
}

function judgeNone(
  found: Extract<AccountFound, { kind: 'none' }>,
  wait: Wait | undefined,
): Outcome {
  const account = found.signInName;
  if (wait) {
    const summary = words('account.not-seen-yet', { account });
    return { status: 'in-progress', summary, evidence: found.evidence, ...wait };
  }
  return {
    status: 'not-done',
    summary: words('account.missing', { account }),
    fix: words('account-exists.missing.fix'),
    evidence: found.evidence,
  };
}

function judgeHidden(account: AccountSeen): Outcome {
  const values = { account: account.signInName };
  const read = accountRead(account.signInName);
  return blind(hiddenAccount(account), read, words('account-exists.basics-only', values), [
    account.observe(words('seen.account', values)),
  ]);
}

function judgeAccount(
  inquiry: Inquiry,
  seen: AccountSeen,
  account: Account,
  roles: RolesFound,
  wait: Wait | undefined,
): Outcome {
  const values = { account: account.userPrincipalName };
  const evidence = [seen.observe(words('seen.account', values)), ...roleEvidence(roles)];
  const notes = accountNotes(account);
  const problems = [
    ...accountProblems(account, inquiry.identity?.userId),
    ...(roles.kind === 'held' && isGlobalAdmin(roles.held) ? ['global-admin'] : []),
  ];
  const [first, ...others] = problems;
  if (first === 'disabled' && others.length === 0 && wait) {
    const summary = words('account-exists.enabled-not-seen-yet', values);
    return { status: 'in-progress', summary, evidence, ...wait };
  }
  if (first) {
    return {
      status: 'not-done',
      summary: words(`account-exists.${first}`, values),
      fix: words(`account-exists.${first}.fix`),
      evidence,
      ...withNotes([...others.map((id) => words(`account-exists.${id}`, values)), ...notes]),
    };
  }
  return judgeSound(account, roles, evidence, notes);
}

/** Nothing speaks against the account; it is done when nothing is unknown either. */
function judgeSound(
  account: Account,
  roles: RolesFound,
  evidence: readonly Evidence[],
  notes: readonly Words[],
): Outcome {
  const values = { account: account.userPrincipalName };
  const read = rolesOfRead(account.id);
  if (roles.kind === 'unread') {
    return blind(roles.unread, read, words('account-exists.roles-unreadable', values), evidence);
  }
  if (roles.held.someHidden) {
    const unread = hiddenRoles(roles.held);
    return blind(unread, read, words('account-exists.roles-unreadable', values), evidence);
  }
  if (account.userType?.toLowerCase() !== 'member') {
    const summary = words('account-exists.user-type-unknown', values);
    return undecided(accountRead(account.userPrincipalName), summary, evidence, notes);
  }
  return {
    status: 'done',
    summary: words('account-exists.found', values),
    evidence,
    ...withNotes(notes),
  };
}

function isGlobalAdmin(held: RolesHeld): boolean {
  return held.templateIds.has(ROLE.globalAdministrator);
}

function roleEvidence(roles: RolesFound): Evidence[] {
  if (roles.kind === 'unread') return [];
  const { names, found } = roles.held;
  const list = names.join(', ');
  return [found.observe(list ? words('seen.roles', { roles: list }) : words('seen.no-roles'))];
}
