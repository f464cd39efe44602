/**
 * Built-in Microsoft Entra roles by template id, the same in every tenant.
 * Source: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const ROLE = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  securityAdministrator: '194ae4cb-b126-40b2-bd5b-6091b380977d',
  securityReader: '5d6b6bb7-de71-4623-b4af-96380a352509',
  conditionalAccessAdministrator: 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
  reportsReader: '4a5d8f65-41da-4de4-8968-e035b65339cf',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  licenceAdministrator: '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
} as const;

type RoleKey = keyof typeof ROLE;

const NAME: Readonly<Record<RoleKey, string>> = {
  globalAdministrator: 'Global Administrator',
  globalReader: 'Global Reader',
  securityAdministrator: 'Security Administrator',
  securityReader: 'Security Reader',
  conditionalAccessAdministrator: 'Conditional Access Administrator',
  reportsReader: 'Reports Reader',
  userAdministrator: 'User Administrator',
  licenceAdministrator: 'License Administrator',
};

/** What somebody must be able to do for the guide; any one of the roles will do. */
export const JOBS = [
  {
    id: 'create-user',
    forAccount: true,
    roles: ['userAdministrator', 'globalAdministrator'],
  },
  {
    id: 'require-mfa',
    forAccount: false,
    roles: ['conditionalAccessAdministrator', 'securityAdministrator', 'globalAdministrator'],
  },
  {
    id: 'assign-licence',
    forAccount: true,
    roles: ['licenceAdministrator', 'userAdministrator', 'globalAdministrator'],
  },
] as const satisfies readonly Readonly<{
  id: string;
  forAccount: boolean;
  roles: readonly RoleKey[];
}>[];
export type Job = (typeof JOBS)[number];

/** With any one of these, every read of the guide that Microsoft ties to a role is allowed. */
export const READERS: readonly RoleKey[] = ['globalReader', 'globalAdministrator'];

export function templateIds(keys: readonly RoleKey[]): readonly string[] {
  return keys.map((key) => ROLE[key]);
}

export function roleNames(keys: readonly RoleKey[]): readonly string[] {
  return keys.map((key) => NAME[key]);
}

/** Who may read Conditional Access: learn.microsoft.com/graph/api, rbac-conditionalaccess-apis-read. */
export const POLICY_READERS = [
  'Global Reader',
  'Security Reader',
  'Conditional Access Administrator',
  'Security Administrator',
] as const;

/** Who may read another user's methods: rbac-authentication-methods-apis-read-others. */
export const METHOD_READERS = [
  'Global Reader',
  'Authentication Administrator',
  'Privileged Authentication Administrator',
] as const;

/** Who may read per-user MFA states: rbac-authentication-methods-policy-apis-read. */
export const PER_USER_MFA_READERS = [
  'Global Reader',
  'Authentication Policy Administrator',
] as const;

/** Who may read audit logs, sign-in logs and registration reports: rbac-directoryaudit-apis. */
export const LOG_READERS = [
  'Reports Reader',
  'Security Reader',
  'Global Reader',
  'Security Administrator',
] as const;
