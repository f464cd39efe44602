import { Hono } from 'hono';
import * as v from 'valibot';
import type { User } from '../../tenant/state.ts';
import type { World } from '../../world.ts';
import { holds, nameProblem, newUser, userIn } from '../kit/directory.ts';
import type { PortalEnv } from '../kit/portal.ts';
import { addUser, deleteUser, joinGroups } from '../kit/users.ts';
import { setPerUserMfa } from './per-user-mfa.ts';

const NewUser = v.object({
  userPrincipalName: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  displayName: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  /** Absent: a generated one. */
  password: v.optional(v.pipe(v.string(), v.minLength(8))),
  accountEnabled: v.boolean(),
  groupIds: v.array(v.string()),
});
type NewUser = v.InferOutput<typeof NewUser>;
const MfaChange = v.object({
  ids: v.pipe(v.array(v.string()), v.minLength(1)),
  state: v.picklist(['enabled', 'enforced', 'disabled']),
});
const noPermission = 'Insufficient privileges to complete the operation.';

const view = (user: User) => ({
  id: user.id,
  displayName: user.displayName,
  userPrincipalName: user.userPrincipalName,
  userType: user.userType ?? '',
  synced: user.onPremisesSyncEnabled === true,
  perUserMfaState: user.perUserMfaState,
});

function created(world: World, { accountEnabled, password, ...names }: NewUser): User {
  return { ...newUser(world, names), accountEnabled, ...(password && { password }) };
}

/** Users and groups of the tenant: list, create, delete, per-user MFA. */
export function usersApi(world: World): Hono<PortalEnv> {
  const api = new Hono<PortalEnv>();
  api.get('/', (c) => {
    const { users } = c.get('session').tenant.truth;
    return c.json(users.map(view).sort((a, b) => a.displayName.localeCompare(b.displayName)));
  });
  api.get('/groups', (c) => {
    const { groups } = c.get('session').tenant.truth;
    return c.json(groups.map(({ id, displayName }) => ({ id, displayName })));
  });
  api.post('/', async (c) => {
    const session = c.get('session');
    const wanted = v.safeParse(NewUser, await c.req.json());
    if (!holds(session, 'userAdministrator')) return c.json({ error: noPermission }, 403);
    if (!wanted.success) return c.json({ error: 'A required value is missing or too short.' }, 400);
    const { truth } = session.tenant;
    const problem = nameProblem(truth, wanted.output.userPrincipalName);
    if (problem) return c.json({ error: problem }, 400);
    const user = created(world, wanted.output);
    const groups = truth.groups.filter(({ id }) => wanted.output.groupIds.includes(id));
    addUser(world, session, user);
    joinGroups(world, session, user, groups);
    return c.json({ ...view(user), password: user.password }, 201);
  });
  api.put('/per-user-mfa', async (c) => {
    const session = c.get('session');
    const wanted = v.safeParse(MfaChange, await c.req.json());
    if (!holds(session, 'authenticationAdministrator', 'authenticationPolicyAdministrator'))
      return c.json({ error: noPermission }, 403);
    if (!wanted.success) return c.json({ error: 'Select at least one user.' }, 400);
    setPerUserMfa(world, session, wanted.output.ids, wanted.output.state);
    return c.json({});
  });
  api.delete('/:id', (c) => {
    const session = c.get('session');
    const user = userIn(session.tenant.truth, c.req.param('id'));
    if (!holds(session, 'userAdministrator')) return c.json({ error: noPermission }, 403);
    if (!user) return c.json({ error: 'This user was deleted.' }, 404);
    deleteUser(world, session, user);
    return c.json({});
  });
  return api;
}
