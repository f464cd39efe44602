import { randomInt, randomUUID } from 'node:crypto';
import type { DirectoryAudit, Group, TenantState, User } from '../../tenant/state.ts';
import type { Session, World } from '../../world.ts';

/** Template ids of the Entra roles the portals ask for. */
export const roleTemplates = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  billingAdministrator: 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  securityAdministrator: '194ae4cb-b126-40b2-bd5b-6091b380977d',
  conditionalAccessAdministrator: 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
  authenticationAdministrator: 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
  authenticationPolicyAdministrator: '0526716b-113d-4c15-b2c8-68e3c22b9f80',
  licenseAdministrator: '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
} as const;
export type RoleName = keyof typeof roleTemplates;

/** Whether the reader is a Global Administrator or holds one of `roles`. */
export function holds({ tenant, user }: Session, ...roles: RoleName[]): boolean {
  const held = tenant.truth.users.find(({ id }) => id === user.id)?.roleTemplateIds ?? [];
  return ['globalAdministrator' as const, ...roles].some((role) =>
    held.includes(roleTemplates[role]),
  );
}

type Event = Pick<DirectoryAudit, 'category' | 'activityDisplayName' | 'targetResources'> & {
  loggedByService?: string;
};

/** A row of the directory's audit log, written by whoever is signed in. */
export function auditBy(session: Session, world: World, event: Event): DirectoryAudit {
  const { id, userPrincipalName } = session.user;
  return {
    id: `Directory_${randomUUID()}`,
    loggedByService: 'Core Directory',
    activityDateTime: world.clock.nowIso(),
    result: 'success',
    initiatedBy: { user: { id, userPrincipalName } },
    ...event,
  };
}

export const userTarget = (user: Pick<User, 'id' | 'userPrincipalName'>) => ({
  id: user.id,
  displayName: user.userPrincipalName,
  type: 'User',
});
export const groupTarget = (group: Pick<Group, 'id' | 'displayName'>) => ({
  id: group.id,
  displayName: group.displayName,
  type: 'Group',
});

type NewUser = Readonly<{
  displayName: string;
  userPrincipalName: string;
  givenName?: string | null;
  surname?: string | null;
}>;

/** A member as the portals create one: enabled, with a password that must be changed. */
export function newUser(world: World, wanted: NewUser): User {
  const nowIso = world.clock.nowIso();
  return {
    id: randomUUID(),
    userPrincipalName: wanted.userPrincipalName,
    displayName: wanted.displayName,
    givenName: wanted.givenName ?? null,
    surname: wanted.surname ?? null,
    accountEnabled: true,
    userType: 'Member',
    creationType: null,
    externalUserState: null,
    onPremisesSyncEnabled: null,
    passwordPolicies: null,
    createdDateTime: nowIso,
    lastPasswordChangeDateTime: nowIso,
    usageLocation: null,
    skuIds: [],
    roleTemplateIds: [],
    methods: [{ type: 'password', id: randomUUID(), createdDateTime: nowIso }],
    perUserMfaState: 'disabled',
    password: temporaryPassword(),
    mustChangePassword: true,
  };
}

/** Like Microsoft's: a capital, three small letters, then digits. */
export function temporaryPassword(): string {
  const pick = (signs: string): string => signs[randomInt(signs.length)] ?? '';
  const digits = String(randomInt(10_000, 100_000));
  return `${pick('BCDFGHJKLMNPQRSTVW')}${pick('aeiou')}${pick('bcdfghjkmnp')}${pick('aeiou')}${digits}`;
}

/** Finds in the copy of the state a change runs on; a change must not share objects between copies. */
export const userIn = (state: TenantState, id: string): User | undefined =>
  state.users.find((user) => user.id === id);
export const groupNamed = (state: TenantState, name: string): Group | undefined =>
  state.groups.find(({ displayName }) => displayName === name);

/** Why a sign-in name cannot be used, or nothing. */
export function nameProblem(state: TenantState, upn: string): string | undefined {
  const [name = '', domain = ''] = upn.split('@');
  if (!/^[a-z0-9._'-]+$/i.test(name)) return 'The username holds characters that are not allowed.';
  if (!state.verifiedDomains.some((verified) => verified.name === domain.toLowerCase()))
    return 'The domain is not verified in this organization.';
  const taken = state.users.some(
    ({ userPrincipalName }) => userPrincipalName.toLowerCase() === upn.toLowerCase(),
  );
  return taken ? 'Another user already has this username.' : undefined;
}
