import { Hono } from 'hono';
import * as v from 'valibot';
import type { TenantState, User } from '../../tenant/state.ts';
import type { World } from '../../world.ts';
import { auditBy, holds, userIn, userTarget } from '../kit/directory.ts';
import type { PortalEnv } from '../kit/portal.ts';
import { freeSeats, productName } from './products.ts';

const Wanted = v.object({
  skuIds: v.array(v.string()),
  usageLocation: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
});
type Wanted = v.InferOutput<typeof Wanted>;

function listed(state: TenantState, user: User) {
  const products = state.skus.filter(({ skuId }) => user.skuIds.includes(skuId)).map(productName);
  return { id: user.id, name: user.displayName, upn: user.userPrincipalName, products };
}

function detailed(state: TenantState, user: User) {
  return {
    ...listed(state, user),
    usageLocation: user.usageLocation,
    licences: state.skus.map((sku) => ({
      skuId: sku.skuId,
      name: productName(sku),
      free: freeSeats(state, sku),
      all: sku.prepaidUnits.enabled,
      assigned: user.skuIds.includes(sku.skuId),
    })),
  };
}

/** Why the licences cannot be assigned, or nothing. */
function problemWith(state: TenantState, user: User, wanted: Wanted): string | undefined {
  if (wanted.skuIds.length > 0 && !wanted.usageLocation)
    return 'Select a location before you assign licenses.';
  const gained = wanted.skuIds.filter((id) => !user.skuIds.includes(id));
  for (const id of gained) {
    const sku = state.skus.find(({ skuId }) => skuId === id);
    if (!sku) return 'Your organization does not own this license.';
    if (freeSeats(state, sku) === 0) return `No ${productName(sku)} licenses are available.`;
  }
  return undefined;
}

/** `/users` of the Microsoft 365 admin center: the list, one user, a user's licences. */
export function licencesApi(world: World): Hono<PortalEnv> {
  const api = new Hono<PortalEnv>();
  api.get('/', (c) => {
    const { truth } = c.get('session').tenant;
    return c.json(truth.users.map((user) => listed(truth, user)));
  });
  api.get('/:upn', (c) => {
    const { truth } = c.get('session').tenant;
    const upn = c.req.param('upn').toLowerCase();
    const user = truth.users.find(
      ({ userPrincipalName }) => userPrincipalName.toLowerCase() === upn,
    );
    return user ? c.json(detailed(truth, user)) : c.json({ error: 'This user was deleted.' }, 404);
  });
  api.put('/:id/licences', async (c) => {
    const session = c.get('session');
    const { truth } = session.tenant;
    const wanted = v.safeParse(Wanted, await c.req.json());
    const user = userIn(truth, c.req.param('id'));
    if (!holds(session, 'licenseAdministrator', 'userAdministrator'))
      return c.json({ error: "You don't have permission to change licenses." }, 403);
    if (!wanted.success || !user) return c.json({ error: 'This user cannot be changed.' }, 400);
    const problem = problemWith(truth, user, wanted.output);
    if (problem) return c.json({ error: problem }, 409);
    const audit = auditBy(session, world, {
      category: 'UserManagement',
      activityDisplayName: 'Change user license',
      targetResources: [userTarget(user)],
    });
    session.tenant.change((state) => {
      const changed = userIn(state, user.id);
      if (changed) Object.assign(changed, structuredClone(wanted.output));
      state.directoryAudits.push(structuredClone(audit));
    });
    return c.json(detailed(truth, user));
  });
  return api;
}
