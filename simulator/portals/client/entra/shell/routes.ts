import type { LabelKey } from '../../../labels/labels.ts';

export type MenuItem = Readonly<{ label: LabelKey; icon: string; hash?: string; id: string }>;

/** A blade of the portal: what the shell draws around its frame. */
export type Blade = Readonly<{
  /** Name of the view in the frame. Absent: the shell draws the content itself. */
  view?: string;
  extension: string;
  title: LabelKey;
  parents: readonly (readonly [LabelKey, string])[];
  /** The resource menu beside the frame. */
  menu?: readonly MenuItem[];
}>;

const USERS = 'Microsoft_AAD_UsersAndTenants';
const IAM = 'Microsoft_AAD_IAM';
const ACCESS = 'Microsoft_AAD_ConditionalAccess';

export const hashes = {
  home: '#home',
  users: `#view/${USERS}/UserManagementMenuBlade/~/AllUsers/menuId/AllUsers`,
  perUserMfa: `#view/${IAM}/MultifactorAuthenticationConfig.ReactView/tabId/users`,
  properties: `#view/${IAM}/TenantProperties.ReactView`,
  policies: `#view/${ACCESS}/ConditionalAccessBlade/~/Policies`,
} as const;

const usersMenu: readonly MenuItem[] = [
  { label: 'allUsers', icon: 'people', hash: hashes.users, id: 'AllUsers' },
  { label: 'auditLogs', icon: 'clipboard', id: 'AuditLogs' },
  { label: 'signInLogs', icon: 'arrow_sync', id: 'SignIns' },
  { label: 'deletedUsers', icon: 'delete', id: 'DeletedUsers' },
];
const accessMenu: readonly MenuItem[] = [
  { label: 'overview', icon: 'info', id: 'Overview' },
  { label: 'policies', icon: 'shield_checkmark', hash: hashes.policies, id: 'Policies' },
  { label: 'namedLocations', icon: 'globe', id: 'NamedLocations' },
  { label: 'signInLogs', icon: 'arrow_sync', id: 'SignIns' },
  { label: 'auditLogs', icon: 'clipboard', id: 'AuditLogs' },
];
const home = ['home', hashes.home] as const;

const blades: readonly (readonly [RegExp, Blade])[] = [
  [
    /^view\/\w+\/UserManagementMenuBlade\//i,
    { view: 'UsersList', extension: USERS, title: 'users', parents: [home], menu: usersMenu },
  ],
  [
    /^view\/\w+\/CreateUser\.ReactView/i,
    {
      view: 'CreateUser',
      extension: USERS,
      title: 'createNewUser',
      parents: [home, ['users', hashes.users]],
    },
  ],
  [
    /^view\/\w+\/MultifactorAuthenticationConfig\.ReactView/i,
    {
      view: 'MultifactorAuthenticationConfig',
      extension: IAM,
      title: 'perUserMfa',
      parents: [home, ['users', hashes.users]],
    },
  ],
  [
    /^view\/\w+\/TenantProperties\.ReactView/i,
    { view: 'TenantProperties', extension: IAM, title: 'tenantProperties', parents: [home] },
  ],
  [
    /^view\/\w+\/ConditionalAccessBlade\//i,
    {
      view: 'PoliciesList',
      extension: ACCESS,
      title: 'conditionalAccess',
      parents: [home],
      menu: accessMenu,
    },
  ],
  [
    /^view\/\w+\/PolicyBlade/i,
    {
      view: 'PolicyBlade',
      extension: ACCESS,
      title: 'newPolicyTitle',
      parents: [home, ['conditionalAccess', hashes.policies]],
    },
  ],
];
const homeBlade: Blade = { extension: 'HubsExtension', title: 'home', parents: [] };

/** The blade for an address's fragment; anything unknown falls back to home, as the portal does. */
export function bladeOf(hash: string): Blade {
  const fragment = decodeURIComponent(hash.replace(/^#/, ''));
  return blades.find(([pattern]) => pattern.test(fragment))?.[1] ?? homeBlade;
}

/** Parameters that the portal writes as path pairs after the view's name. */
export function parameterOf(hash: string, name: string): string | undefined {
  const parts = decodeURIComponent(hash).split('/');
  return parts[parts.indexOf(name) + 1] && parts.includes(name)
    ? parts[parts.indexOf(name) + 1]
    : undefined;
}
