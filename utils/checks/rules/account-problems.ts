import { type Words, words } from '@/utils/domain/words.ts';
import type { Account } from '../reads/account.ts';

/** Ways in which an account was made by somebody outside. */
const OUTSIDE_CREATIONS: readonly string[] = ['invitation', 'selfservicesignup'];

/** The account's home is another tenant, whatever its user type says. */
export function isExternal(account: Account): boolean {
  return (
    account.userPrincipalName.toUpperCase().includes('#EXT#') ||
    OUTSIDE_CREATIONS.includes(account.creationType?.toLowerCase() ?? '') ||
    Boolean(account.externalUserState)
  );
}

/** What is wrong with the account itself, worst first: the ids of the messages that say so. */
export function accountProblems(account: Account, readerId: string | undefined): string[] {
  const isGuest = account.userType?.toLowerCase() === 'guest';
  const problems: (string | false)[] = [
    isGuest && 'guest',
    !isGuest && isExternal(account) && 'external-member',
    account.id.toLowerCase() === readerId?.toLowerCase() && 'is-you',
    account.accountEnabled === false && 'disabled',
  ];
  return problems.filter((problem) => problem !== false);
}

/** What is worth knowing of an account that is otherwise in order. */
export function accountNotes(account: Account): Words[] {
  const notes: (Words | false)[] = [
    account.onPremisesSyncEnabled === true && words('account-exists.synced'),
    words(
      account.passwordPolicies?.includes('DisablePasswordExpiration')
        ? 'account-exists.password-never-expires'
        : 'account-exists.password-by-domain',
    ),
  ];
  return notes.filter((note) => note !== false);
}
