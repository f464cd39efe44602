import { expect, test } from 'vitest';
import { mySignIns, shortLinks } from '@/simulator/portals/my-sign-ins/site.ts';
import { totp } from '@/simulator/portals/my-sign-ins/totp.ts';
import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import { open } from './harness.ts';

const asAccountant = () => {
  const portal = open(mySignIns, { userId: FABRIKAM.accountant, mfa: false });
  const user = () => {
    const found = portal.tenant.truth.users.find(({ id }) => id === FABRIKAM.accountant);
    if (!found) throw new Error('the accountant is gone');
    return found;
  };
  return { ...portal, user, types: () => user().methods.map(({ type }) => type) };
};

test('the code of the shown key registers an authenticator app', async () => {
  const { send, types, audited, world } = asAccountant();
  const { secret } = (await (await send('POST', '/api/methods/authenticator', {})).json()) as {
    secret: string;
  };

  const code = totp(secret, world.clock.nowMs());
  const answer = await send('POST', '/api/methods/authenticator/proof', { code });

  expect(answer.status).toBe(201);
  expect(types()).toEqual(['password', 'softwareOath']);
  expect(audited()).toEqual(['User registered security info']);
});

test.each([
  ['of another key', () => totp('gezdgnbvgy3tqojq', 0)],
  ['too short', () => '12345'],
])('a code that is %s registers nothing', async (_, code) => {
  const { send, types } = asAccountant();
  await send('POST', '/api/methods/authenticator', {});

  const answer = await send('POST', '/api/methods/authenticator/proof', { code: code() });

  expect(answer.status).toBe(400);
  expect(types()).toEqual(['password']);
});

test('a code proves nothing before a key was shown', async () => {
  const { send, types } = asAccountant();

  await send('POST', '/api/methods/authenticator/proof', { code: '246810' });

  expect(types()).toEqual(['password']);
});

test('registering turns per-user MFA from enabled into enforced, for Graph too', async () => {
  const { send, tenant, user, graphLater } = asAccountant();
  tenant.change((state) => {
    for (const each of state.users) each.perUserMfaState = 'enabled';
  });

  await send('POST', '/api/methods/phone', { number: '+44 20 7946 0000' });

  expect(user().perUserMfaState).toBe('enforced');
  expect(graphLater().users.find(({ id }) => id === FABRIKAM.accountant)?.perUserMfaState).toBe(
    'enforced',
  );
});

test('a method can be deleted, the password cannot', async () => {
  const { send, user, types } = asAccountant();
  await send('POST', '/api/methods/passkey', { name: 'Laptop' });
  const [password, passkey] = user().methods;

  expect((await send('DELETE', `/api/methods/${password?.id}`)).status).toBe(400);
  expect((await send('DELETE', `/api/methods/${passkey?.id}`)).status).toBe(200);
  expect(types()).toEqual(['password']);
});

test.each(['/mfasetup', '/mysecurityinfo'])('aka.ms%s leads to security info', async (path) => {
  const answer = await shortLinks().request(`https://aka.ms${path}?lng=de`);

  expect(answer.headers.get('location')).toBe(
    'https://mysignins.microsoft.com/security-info?lng=de',
  );
});
