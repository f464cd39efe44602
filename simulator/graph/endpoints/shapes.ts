import type { Group, TenantState, User } from '../../tenant/state.ts';
import { assignedPlans, licenseAssignmentStates, skusOf } from '../licensing.ts';
import type { Resource } from '../query.ts';
import { roleName, stableGuid } from '../roles.ts';

export type Item = Readonly<Record<string, unknown>>;

/** What User.ReadBasic.All shows of another user; the rest comes back null. */
const BASIC = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];

export const USER: Resource = {
  type: 'microsoft.graph.user',
  context: 'users',
  shown: (
    'businessPhones displayName givenName jobTitle mail mobilePhone officeLocation ' +
    'preferredLanguage surname userPrincipalName id'
  ).split(' '),
  empty: (
    'deletedDateTime ageGroup city companyName country department employeeId employeeType ' +
    'externalUserStateChangeDateTime identities mailNickname onPremisesImmutableId ' +
    'onPremisesLastSyncDateTime otherMails postalCode proxyAddresses state streetAddress'
  ).split(' '),
  filterable: {
    id: ['eq'],
    userPrincipalName: ['eq', 'startswith'],
    displayName: ['eq', 'startswith'],
    mail: ['eq', 'startswith'],
    accountEnabled: ['eq'],
    userType: ['eq'],
  },
  pages: { usual: 100, most: 999 },
};

export const GROUP: Resource = {
  type: 'microsoft.graph.group',
  context: 'groups',
  empty: (
    'deletedDateTime classification createdDateTime expirationDateTime groupTypes mail ' +
    'membershipRule onPremisesSyncEnabled proxyAddresses renewedDateTime theme visibility'
  ).split(' '),
  filterable: {
    id: ['eq'],
    displayName: ['eq', 'startswith'],
    securityEnabled: ['eq'],
    mailEnabled: ['eq'],
  },
  pages: { usual: 100, most: 999 },
};

/** A collection that mixes users, groups and directory roles. */
export const DIRECTORY_OBJECT: Resource = {
  type: 'microsoft.graph.directoryObject',
  context: 'directoryObjects',
  empty: [...(USER.empty ?? []), ...(GROUP.empty ?? []), ...(USER.shown ?? [])].concat(
    'description securityEnabled mailEnabled isAssignableToRole roleTemplateId'.split(' '),
    'accountEnabled userType'.split(' '),
  ),
  pages: { usual: 100, most: 999 },
};

export const DIRECTORY_ROLE: Resource = {
  type: 'microsoft.graph.directoryRole',
  context: 'directoryRoles',
  filterable: { roleTemplateId: ['eq'] },
};

export function showUser(user: User, state: TenantState): Item {
  return {
    businessPhones: [],
    displayName: user.displayName,
    givenName: user.givenName,
    jobTitle: null,
    mail: user.userPrincipalName,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: user.surname,
    userPrincipalName: user.userPrincipalName,
    id: user.id,
    accountEnabled: user.accountEnabled,
    userType: user.userType,
    creationType: user.creationType,
    externalUserState: user.externalUserState,
    onPremisesSyncEnabled: user.onPremisesSyncEnabled,
    passwordPolicies: user.passwordPolicies,
    createdDateTime: user.createdDateTime,
    lastPasswordChangeDateTime: user.lastPasswordChangeDateTime,
    usageLocation: user.usageLocation,
    assignedLicenses: user.skuIds.map((skuId) => ({ disabledPlans: [], skuId })),
    assignedPlans: assignedPlans(skusOf(user, state), user.createdDateTime),
    licenseAssignmentStates: licenseAssignmentStates(user),
  };
}

export function showBasicUser(user: User, state: TenantState): Item {
  const entries = Object.entries(showUser(user, state));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, BASIC.includes(name) ? value : null]),
  );
}

export function showGroup(group: Group): Item {
  return {
    id: group.id,
    description: group.description,
    displayName: group.displayName,
    isAssignableToRole: group.isAssignableToRole,
    mailEnabled: group.mailEnabled,
    mailNickname: group.mailNickname,
    securityEnabled: group.securityEnabled,
  };
}

export function showRole(templateId: string, state: TenantState): Item {
  return {
    id: stableGuid(state.id, templateId),
    deletedDateTime: null,
    description: roleName(templateId),
    displayName: roleName(templateId),
    roleTemplateId: templateId,
  };
}

export function typed(type: 'user' | 'group' | 'directoryRole', item: Item): Item {
  return { '@odata.type': `#microsoft.graph.${type}`, ...item };
}
