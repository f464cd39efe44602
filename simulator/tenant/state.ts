/**
 * What a Microsoft tenant is, as far as the portals and Graph of the simulation need it. Field
 * names are Graph's own (https://learn.microsoft.com/graph/api/overview), so that answers are
 * projections of this state and nothing is said twice.
 */

export type MfaMethod =
  | { type: 'password'; id: string; createdDateTime: string }
  | { type: 'microsoftAuthenticator'; id: string; displayName: string; createdDateTime: string }
  | { type: 'softwareOath'; id: string; createdDateTime: string }
  | { type: 'fido2'; id: string; displayName: string; createdDateTime: string }
  | { type: 'windowsHelloForBusiness'; id: string; displayName: string; createdDateTime: string }
  | { type: 'phone'; id: string; phoneNumber: string; phoneType: string }
  | { type: 'email'; id: string; emailAddress: string }
  | { type: 'temporaryAccessPass'; id: string; createdDateTime: string; isUsable: boolean }
  | { type: 'platformCredential'; id: string; displayName: string; createdDateTime: string }
  | { type: 'external'; id: string; displayName: string; createdDateTime: string };

export type User = {
  id: string;
  userPrincipalName: string;
  displayName: string;
  givenName: string | null;
  surname: string | null;
  accountEnabled: boolean;
  userType: 'Member' | 'Guest' | null;
  creationType: string | null;
  externalUserState: string | null;
  onPremisesSyncEnabled: boolean | null;
  passwordPolicies: string | null;
  createdDateTime: string | null;
  lastPasswordChangeDateTime: string;
  usageLocation: string | null;
  /** SKU ids assigned to the user. */
  skuIds: string[];
  /** Template ids of the user's active directory roles. */
  roleTemplateIds: string[];
  methods: MfaMethod[];
  perUserMfaState: 'disabled' | 'enabled' | 'enforced';
  /** Plain text: this tenant is a toy and its passwords are public. */
  password: string;
  mustChangePassword: boolean;
};

export type Group = {
  id: string;
  displayName: string;
  description: string | null;
  securityEnabled: boolean;
  mailEnabled: boolean;
  mailNickname: string;
  isAssignableToRole: boolean | null;
  /** Object ids of users and groups. */
  memberIds: string[];
};

export type ServicePlan = {
  servicePlanId: string;
  servicePlanName: string;
  provisioningStatus: string;
  appliesTo: 'User' | 'Company';
};

export type Sku = {
  skuId: string;
  skuPartNumber: string;
  capabilityStatus: 'Enabled' | 'Warning' | 'Suspended' | 'Deleted' | 'LockedOut';
  prepaidUnits: { enabled: number; suspended: number; warning: number; lockedOut: number };
  servicePlans: ServicePlan[];
};

/** A Conditional Access policy exactly as Graph v1.0 returns it. */
export type ConditionalAccessPolicy = {
  id: string;
  templateId: string | null;
  displayName: string;
  createdDateTime: string;
  modifiedDateTime: string | null;
  state: 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced';
  conditions: Record<string, unknown>;
  grantControls: Record<string, unknown> | null;
  sessionControls: Record<string, unknown> | null;
};

export type DirectoryAudit = {
  id: string;
  category: string;
  loggedByService: string;
  activityDisplayName: string;
  activityDateTime: string;
  result: 'success' | 'failure';
  initiatedBy: { user: { id: string; userPrincipalName: string } };
  targetResources: { id: string; displayName: string; type: string }[];
};

/** A sign-in record as Graph beta returns it; v1.0 is the same with fewer fields. */
export type SignIn = Record<string, unknown> & {
  id: string;
  userId: string;
  createdDateTime: string;
  correlationId: string;
};

export type TenantState = {
  id: string;
  displayName: string;
  verifiedDomains: { name: string; isDefault: boolean; isInitial: boolean; type: string }[];
  partnerTenantType: string | null;
  countryLetterCode: string;
  users: User[];
  groups: Group[];
  skus: Sku[];
  policies: ConditionalAccessPolicy[];
  namedLocations: Record<string, unknown>[];
  securityDefaults: boolean;
  directoryAudits: DirectoryAudit[];
  signIns: SignIn[];
  /** beta `/security/partner/securityScore/requirements`, verbatim. */
  partnerSecurityRequirements: Record<string, unknown>[];
  /** v1.0 `/contracts`, verbatim: the customers of a partner. Absent: none. */
  contracts?: Record<string, unknown>[];
  /** Kinds of method that the authentication methods policy forbids. Absent: none. */
  disallowedMethods?: MfaMethod['type'][];
  /** Delegated permissions an administrator has consented to for the extension's app, tenant-wide. */
  adminConsentedScopes: string[];
  /** What each user has consented to for themself, by user id. */
  userConsentedScopes: Record<string, string[]>;
};
