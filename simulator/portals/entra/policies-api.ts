import { Hono } from 'hono';
import * as v from 'valibot';
import type { ConditionalAccessPolicy, TenantState } from '../../tenant/state.ts';
import type { Session, World } from '../../world.ts';
import { auditBy, holds } from '../kit/directory.ts';
import type { PortalEnv } from '../kit/portal.ts';
import { createProblem, defaultsFirst, PolicyForm, policyFrom } from './policy-shape.ts';

const Change = v.object({
  displayName: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())),
  state: v.optional(PolicyForm.entries.state),
});
const noPermission = 'You do not have permission to manage Conditional Access policies.';
const gone = 'This policy was deleted.';

const policyIn = (state: TenantState, id: string): ConditionalAccessPolicy | undefined =>
  state.policies.find((policy) => policy.id === id);

/** Conditional Access policies: list, create, rename and switch, delete. */
export function policiesApi(world: World): Hono<PortalEnv> {
  function apply(
    session: Session,
    activity: 'Add' | 'Update' | 'Delete',
    { id, displayName }: ConditionalAccessPolicy,
    change: (state: TenantState) => void,
  ): void {
    const audit = auditBy(session, world, {
      category: 'Policy',
      loggedByService: 'Conditional Access',
      activityDisplayName: `${activity} conditional access policy`,
      targetResources: [{ id, displayName, type: 'Policy' }],
    });
    session.tenant.change((state) => {
      change(state);
      state.directoryAudits.push(structuredClone(audit));
    });
  }

  const api = new Hono<PortalEnv>();
  api.use(async (c, next) => {
    const may = holds(c.get('session'), 'conditionalAccessAdministrator', 'securityAdministrator');
    return c.req.method === 'GET' || may ? next() : c.json({ error: noPermission }, 403);
  });
  api.get('/', (c) => c.json(c.get('session').tenant.truth.policies));
  api.get('/:id', (c) => {
    const policy = policyIn(c.get('session').tenant.truth, c.req.param('id'));
    return policy ? c.json(policy) : c.json({ error: gone }, 404);
  });
  api.post('/', async (c) => {
    const session = c.get('session');
    const form = v.safeParse(PolicyForm, await c.req.json());
    if (!form.success) return c.json({ error: 'The policy is not complete.' }, 400);
    const problem = createProblem(session.tenant.truth, form.output);
    if (problem) return c.json({ error: problem }, 400);
    const policy = policyFrom(form.output, world);
    apply(session, 'Add', policy, (state) => state.policies.push(structuredClone(policy)));
    return c.json(policy, 201);
  });
  api.patch('/:id', async (c) => {
    const session = c.get('session');
    const { truth } = session.tenant;
    const change = v.safeParse(Change, await c.req.json());
    const policy = policyIn(truth, c.req.param('id'));
    if (!change.success || !policy) return c.json({ error: 'This policy cannot be changed.' }, 400);
    if (change.output.state === 'enabled' && truth.securityDefaults)
      return c.json({ error: defaultsFirst }, 400);
    const changed = { ...change.output, modifiedDateTime: world.clock.nowIso() };
    apply(session, 'Update', policy, (state) => {
      const found = policyIn(state, policy.id);
      if (found) Object.assign(found, changed);
    });
    return c.json(policyIn(truth, policy.id));
  });
  api.delete('/:id', (c) => {
    const session = c.get('session');
    const policy = policyIn(session.tenant.truth, c.req.param('id'));
    if (!policy) return c.json({ error: gone }, 404);
    apply(session, 'Delete', policy, (state) => {
      state.policies = state.policies.filter(({ id }) => id !== policy.id);
    });
    return c.json({});
  });
  return api;
}
