import type { Found, Inquiry } from '@/utils/domain/check.ts';
import type { Read } from '@/utils/domain/read.ts';
import { ROLE_NEEDS, type Role } from '../reads/roles.ts';
import type { Known, Unread } from './outcomes.ts';

/** Active roles of one user, by template id. */
export type RolesHeld = Readonly<{
  templateIds: ReadonlySet<string>;
  names: readonly string[];
  /** Graph showed that there are more, but not which. */
  someHidden: boolean;
  found: Known<Role[]>;
}>;

export type RolesFound =
  | Readonly<{ kind: 'held'; held: RolesHeld }>
  | Readonly<{ kind: 'unread'; unread: Unread }>;

export function findRoles(inquiry: Inquiry, read: Read<Role[]>): RolesFound {
  const found: Found<Role[]> = inquiry.find(read);
  if (found.kind !== 'fact') return { kind: 'unread', unread: found };
  const ids = found.fact.flatMap(({ roleTemplateId }) => roleTemplateId?.toLowerCase() ?? []);
  const held = {
    templateIds: new Set(ids),
    names: found.fact.flatMap(({ displayName }) => displayName ?? []),
    someHidden: ids.length < found.fact.length,
    found,
  };
  return { kind: 'held', held };
}

/** Stands for a role list in which not every role can be named. */
export function hiddenRoles(held: RolesHeld): Unread {
  return {
    kind: 'unknown',
    reason: 'consent-required',
    needs: ROLE_NEEDS,
    observe: held.found.observe,
  };
}
