import { Hono } from 'hono';
import * as v from 'valibot';
import type { World } from '../../world.ts';
import { auditBy, holds } from '../kit/directory.ts';
import type { PortalEnv } from '../kit/portal.ts';

/** Id that the directory gives the security defaults policy in every tenant. */
const POLICY_ID = '00000000-0000-0000-0000-000000000005';
const Wanted = v.object({ enabled: v.boolean() });
const prevented =
  'It looks like you have a Conditional Access policy enabled. Security defaults cannot be enabled while a Conditional Access policy is on.';

/** Tenant properties and security defaults. */
export function propertiesApi(world: World): Hono<PortalEnv> {
  const api = new Hono<PortalEnv>();
  api.get('/', (c) => {
    const { countryLetterCode, securityDefaults, policies } = c.get('session').tenant.truth;
    const inUse = policies.some(({ state }) => state === 'enabled');
    return c.json({ countryLetterCode, securityDefaults, conditionalAccessInUse: inUse });
  });
  api.put('/security-defaults', async (c) => {
    const session = c.get('session');
    const wanted = v.safeParse(Wanted, await c.req.json());
    if (!holds(session, 'securityAdministrator', 'conditionalAccessAdministrator'))
      return c.json({ error: 'You do not have permission to manage security defaults.' }, 403);
    if (!wanted.success) return c.json({ error: 'Choose enabled or disabled.' }, 400);
    const { enabled } = wanted.output;
    if (enabled && session.tenant.truth.policies.some(({ state }) => state === 'enabled'))
      return c.json({ error: prevented }, 400);
    const audit = auditBy(session, world, {
      category: 'Policy',
      activityDisplayName: 'Update security defaults',
      targetResources: [{ id: POLICY_ID, displayName: 'Security Defaults', type: 'Policy' }],
    });
    session.tenant.change((state) => {
      state.securityDefaults = enabled;
      state.directoryAudits.push(structuredClone(audit));
    });
    return c.json({});
  });
  return api;
}
