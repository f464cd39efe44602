import type { Group, User } from '../../tenant/state.ts';
import type { Session, World } from '../../world.ts';
import { auditBy, groupTarget, userTarget } from './directory.ts';

/** Adds a user to the directory, with its audit row. */
export function addUser(world: World, session: Session, user: User): void {
  const audit = auditBy(session, world, {
    category: 'UserManagement',
    activityDisplayName: 'Add user',
    targetResources: [userTarget(user)],
  });
  session.tenant.change((state) => {
    state.users.push(structuredClone(user));
    state.directoryAudits.push(structuredClone(audit));
  });
}

/** Removes a user and its memberships from the directory, with its audit row. */
export function deleteUser(world: World, session: Session, { id, userPrincipalName }: User): void {
  const audit = auditBy(session, world, {
    category: 'UserManagement',
    activityDisplayName: 'Delete user',
    targetResources: [userTarget({ id, userPrincipalName })],
  });
  session.tenant.change((state) => {
    state.users = state.users.filter((user) => user.id !== id);
    for (const group of state.groups) {
      group.memberIds = group.memberIds.filter((member) => member !== id);
    }
    state.directoryAudits.push(structuredClone(audit));
  });
}

/** Puts a user into groups, with an audit row each. */
export function joinGroups(
  world: World,
  session: Session,
  user: User,
  groups: readonly Group[],
): void {
  const ids = groups.map(({ id }) => id);
  const audits = groups.map((group) =>
    auditBy(session, world, {
      category: 'GroupManagement',
      activityDisplayName: 'Add member to group',
      targetResources: [userTarget(user), groupTarget(group)],
    }),
  );
  session.tenant.change((state) => {
    for (const group of state.groups) if (ids.includes(group.id)) group.memberIds.push(user.id);
    state.directoryAudits.push(...structuredClone(audits));
  });
}
