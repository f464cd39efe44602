import { Hono } from 'hono';
import * as v from 'valibot';
import type { DirectoryAudit, User } from '../../tenant/state.ts';
import type { Session, World } from '../../world.ts';
import {
  auditBy,
  groupNamed,
  groupTarget,
  holds,
  nameProblem,
  newUser,
  userIn,
  userTarget,
} from '../kit/directory.ts';
import type { PortalEnv } from '../kit/portal.ts';
import { addUser, deleteUser } from '../kit/users.ts';
import {
  applyRoles,
  groupRoles,
  type PartnerRole,
  type PortalRole,
  partnerRoles,
  portalRoles,
  type RoleChange,
  roleChange,
  rolesOf,
} from './roles.ts';

const Roles = v.array(v.picklist(partnerRoles as [PartnerRole, ...PartnerRole[]]));
const NewUser = v.object({
  firstName: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  lastName: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  username: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  roles: Roles,
});
const needsRole = 'Only a Global admin or a User management admin can do this.';

const isPortalRole = (role: PartnerRole): role is PortalRole =>
  (portalRoles as readonly PartnerRole[]).includes(role);

/** `/users` of Partner Center: list, create, change roles, delete. */
export function usersApi(world: World): Hono<PortalEnv> {
  const portalRolesByUser = new Map<string, PortalRole[]>();

  const view = ({ tenant }: Session, user: User) => ({
    id: user.id,
    name: user.displayName,
    upn: user.userPrincipalName,
    roles: [...rolesOf(tenant.truth, user), ...(portalRolesByUser.get(user.id) ?? [])],
  });

  function changeRoles(session: Session, user: User, wanted: readonly PartnerRole[]): void {
    const { tenant } = session;
    const change = roleChange(rolesOf(tenant.truth, user), wanted, user.roleTemplateIds);
    const audits = roleAudits(world, session, user, change);
    portalRolesByUser.set(user.id, wanted.filter(isPortalRole));
    tenant.change((state) => {
      applyRoles(state, user.id, change);
      state.directoryAudits.push(...structuredClone(audits));
    });
  }

  const api = new Hono<PortalEnv>();
  api.get('/', (c) => {
    const session = c.get('session');
    return c.json(session.tenant.truth.users.map((user) => view(session, user)));
  });
  api.get('/:id', (c) => {
    const session = c.get('session');
    const user = userIn(session.tenant.truth, c.req.param('id'));
    return user ? c.json(view(session, user)) : c.json({ error: 'This user was deleted.' }, 404);
  });
  api.post('/', async (c) => {
    const session = c.get('session');
    const wanted = v.safeParse(NewUser, await c.req.json());
    if (!holds(session, 'userAdministrator')) return c.json({ error: needsRole }, 403);
    if (!wanted.success) return c.json({ error: 'Fill in the required fields.' }, 400);
    const { firstName, lastName, username, roles } = wanted.output;
    const problem = nameProblem(session.tenant.truth, username);
    if (problem) return c.json({ error: problem }, 400);
    const user = newUser(world, {
      displayName: `${firstName} ${lastName}`,
      userPrincipalName: username,
      givenName: firstName,
      surname: lastName,
    });
    addUser(world, session, user);
    changeRoles(session, user, roles);
    return c.json({ ...view(session, user), password: user.password }, 201);
  });
  api.put('/:id/roles', async (c) => {
    const session = c.get('session');
    const roles = v.safeParse(Roles, await c.req.json());
    const user = userIn(session.tenant.truth, c.req.param('id'));
    if (!holds(session, 'userAdministrator')) return c.json({ error: needsRole }, 403);
    if (!roles.success || !user) return c.json({ error: 'This user cannot be changed.' }, 400);
    changeRoles(session, user, roles.output);
    return c.json(view(session, user));
  });
  api.delete('/:id', (c) => {
    const session = c.get('session');
    const user = userIn(session.tenant.truth, c.req.param('id'));
    if (!holds(session, 'userAdministrator')) return c.json({ error: needsRole }, 403);
    if (!user) return c.json({ error: 'This user was deleted.' }, 404);
    deleteUser(world, session, user);
    return c.json({});
  });
  return api;
}

function roleAudits(
  world: World,
  session: Session,
  user: User,
  { joins, leaves, roleTemplateIds }: RoleChange,
): DirectoryAudit[] {
  const membership = (activityDisplayName: string, role: keyof typeof groupRoles) => {
    const group = groupNamed(session.tenant.truth, groupRoles[role]);
    return auditBy(session, world, {
      category: 'GroupManagement',
      activityDisplayName,
      targetResources: [userTarget(user), ...(group ? [groupTarget(group)] : [])],
    });
  };
  const roles = roleTemplateIds.filter((id) => !user.roleTemplateIds.includes(id));
  return [
    ...joins.map((role) => membership('Add member to group', role)),
    ...leaves.map((role) => membership('Remove member from group', role)),
    ...roles.map(() =>
      auditBy(session, world, {
        category: 'RoleManagement',
        activityDisplayName: 'Add member to role',
        targetResources: [userTarget(user)],
      }),
    ),
  ];
}
