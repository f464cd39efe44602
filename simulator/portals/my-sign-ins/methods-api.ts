import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import * as v from 'valibot';
import { ONE_TIME_CODE } from '../../identity/steps.ts';
import type { MfaMethod } from '../../tenant/state.ts';
import type { Session, World } from '../../world.ts';
import { auditBy, userIn, userTarget } from '../kit/directory.ts';
import { settlePerUserMfa } from '../kit/per-user-mfa.ts';
import type { PortalEnv } from '../kit/portal.ts';
import { matchesTotp, newSecret } from './totp.ts';

const Code = v.object({ code: v.pipe(v.string(), v.regex(/^\d{6}$/)) });
const Passkey = v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty()) });
const Phone = v.object({ number: v.pipe(v.string(), v.trim(), v.regex(/^\+?[\d\s()-]{6,}$/)) });

function detailOf(method: MfaMethod): string {
  if (method.type === 'phone') return method.phoneNumber;
  if (method.type === 'email') return method.emailAddress;
  return 'displayName' in method ? method.displayName : '';
}

/** `/methods`: the signed-in account's own sign-in methods. */
export function methodsApi(world: World): Hono<PortalEnv> {
  /** Keys shown and not yet proved, by user id. */
  const secrets = new Map<string, string>();

  function change(
    session: Session,
    activityDisplayName: string,
    act: (old: MfaMethod[]) => MfaMethod[],
  ) {
    const { user, tenant } = session;
    const audit = auditBy(session, world, {
      category: 'UserManagement',
      loggedByService: 'Authentication Methods',
      activityDisplayName,
      targetResources: [userTarget(user)],
    });
    tenant.change((state) => {
      const found = userIn(state, user.id);
      if (found) {
        found.methods = act(found.methods);
        settlePerUserMfa(found);
      }
      state.directoryAudits.push(structuredClone(audit));
    });
  }
  const add = (session: Session, method: MfaMethod) =>
    change(session, 'User registered security info', (old) => [...old, { ...method }]);
  const stamp = () => ({ id: randomUUID(), createdDateTime: world.clock.nowIso() });

  const api = new Hono<PortalEnv>();
  api.get('/', (c) => {
    const { tenant, user } = c.get('session');
    const methods = userIn(tenant.truth, user.id)?.methods ?? [];
    return c.json(
      methods.map((method) => ({ id: method.id, type: method.type, detail: detailOf(method) })),
    );
  });
  api.post('/authenticator', (c) => {
    const secret = newSecret();
    secrets.set(c.get('session').user.id, secret);
    return c.json({ secret });
  });
  api.post('/authenticator/proof', async (c) => {
    const session = c.get('session');
    const secret = secrets.get(session.user.id);
    const given = v.safeParse(Code, await c.req.json());
    const code = given.success ? given.output.code : '';
    const right = code === ONE_TIME_CODE || matchesTotp(secret ?? '', code, world.clock.nowMs());
    if (!secret || !right)
      return c.json(
        { error: "The code you entered isn't right. Check the app and try again." },
        400,
      );
    secrets.delete(session.user.id);
    add(session, { type: 'softwareOath', ...stamp() });
    return c.json({}, 201);
  });
  api.post('/passkey', async (c) => {
    const wanted = v.safeParse(Passkey, await c.req.json());
    if (!wanted.success) return c.json({ error: 'Give the passkey a name.' }, 400);
    add(c.get('session'), { type: 'fido2', displayName: wanted.output.name, ...stamp() });
    return c.json({}, 201);
  });
  api.post('/phone', async (c) => {
    const wanted = v.safeParse(Phone, await c.req.json());
    if (!wanted.success) return c.json({ error: 'Enter a valid phone number.' }, 400);
    const { number } = wanted.output;
    add(c.get('session'), {
      type: 'phone',
      id: randomUUID(),
      phoneNumber: number,
      phoneType: 'mobile',
    });
    return c.json({}, 201);
  });
  api.delete('/:id', (c) => {
    const id = c.req.param('id');
    const session = c.get('session');
    const method = userIn(session.tenant.truth, session.user.id)?.methods.find(
      (own) => own.id === id,
    );
    if (!method || method.type === 'password')
      return c.json({ error: 'This method cannot be deleted.' }, 400);
    change(session, 'User deleted security info', (old) => old.filter((own) => own.id !== id));
    return c.json({});
  });
  return api;
}
