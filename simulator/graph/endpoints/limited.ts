import type { Item } from './shapes.ts';

/** Permissions that show the properties of groups, and of directory roles, in memberships. */
export const READ_GROUPS: readonly string[] = [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Group.ReadBasic.All',
  'Directory.Read.All',
];
export const READ_ROLES: readonly string[] = [
  'RoleManagement.Read.Directory',
  'RoleManagement.Read.All',
  'Directory.Read.All',
];

/**
 * What a membership shows of an object whose kind the reader may not read: that it is there
 * (https://learn.microsoft.com/graph/permissions-overview, "limited information"). Roles keep
 * their template id and lose their name (public observations of August 2026).
 */
export function limited(item: Item): Item {
  const kept = ['id', 'roleTemplateId'];
  const entries = Object.entries(item);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, kept.includes(name) ? value : null]),
  );
}
