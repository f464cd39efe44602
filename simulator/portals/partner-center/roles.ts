import type { TenantState, User } from '../../tenant/state.ts';
import { groupNamed, roleTemplates, userIn } from '../kit/directory.ts';

/** Roles that are membership of a security group of the partner's tenant. */
export const groupRoles = {
  adminAgent: 'AdminAgents',
  salesAgent: 'SalesAgents',
  helpdeskAgent: 'HelpdeskAgents',
} as const;
/** Roles that are Entra roles. */
export const directoryRoles = {
  globalAdmin: roleTemplates.globalAdministrator,
  billingAdmin: roleTemplates.billingAdministrator,
  userAdmin: roleTemplates.userAdministrator,
} as const;
/** Roles only Partner Center knows; they live in the portal, not in the directory. */
export const portalRoles = [
  'accountAdmin',
  'mpnAdmin',
  'complianceAdmin',
  'coSellAdmin',
  'businessAdmin',
  'referrals',
  'security',
  'support',
  'incentives',
] as const;

export type GroupRole = keyof typeof groupRoles;
export type DirectoryRole = keyof typeof directoryRoles;
export type PortalRole = (typeof portalRoles)[number];
export type PartnerRole = GroupRole | DirectoryRole | PortalRole;

const groupRoleNames = Object.keys(groupRoles) as GroupRole[];
const directoryRoleNames = Object.keys(directoryRoles) as DirectoryRole[];
export const partnerRoles: readonly PartnerRole[] = [
  ...directoryRoleNames,
  ...portalRoles,
  ...groupRoleNames,
];

/** The directory's half of a user's Partner Center roles. */
export function rolesOf(state: TenantState, user: User): PartnerRole[] {
  const groups = groupRoleNames.filter((role) =>
    groupNamed(state, groupRoles[role])?.memberIds.includes(user.id),
  );
  const directory = directoryRoleNames.filter((role) =>
    user.roleTemplateIds.includes(directoryRoles[role]),
  );
  return [...directory, ...groups];
}

/** What must change in the directory so that a user holds exactly `wanted`. */
export type RoleChange = Readonly<{
  joins: readonly GroupRole[];
  leaves: readonly GroupRole[];
  roleTemplateIds: readonly string[];
}>;

export function roleChange(
  held: readonly PartnerRole[],
  wanted: readonly PartnerRole[],
  current: readonly string[],
): RoleChange {
  const known = Object.values<string>(directoryRoles);
  const kept = current.filter((id) => !known.includes(id));
  const gained = directoryRoleNames
    .filter((role) => wanted.includes(role))
    .map((role) => directoryRoles[role]);
  return {
    joins: groupRoleNames.filter((role) => wanted.includes(role) && !held.includes(role)),
    leaves: groupRoleNames.filter((role) => held.includes(role) && !wanted.includes(role)),
    roleTemplateIds: [...kept, ...gained],
  };
}

/** Applies the change to one copy of the tenant. */
export function applyRoles(state: TenantState, userId: string, change: RoleChange): void {
  for (const role of change.joins) groupNamed(state, groupRoles[role])?.memberIds.push(userId);
  for (const role of change.leaves) {
    const group = groupNamed(state, groupRoles[role]);
    if (group) group.memberIds = group.memberIds.filter((id) => id !== userId);
  }
  const user = userIn(state, userId);
  if (user) user.roleTemplateIds = [...change.roleTemplateIds];
}
