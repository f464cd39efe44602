import { expect, test } from 'vitest';
import { work365 } from '@/simulator/portals/work-365/site.ts';
import { FABRIKAM } from '@/simulator/scenarios/ids.ts';
import { open } from './harness.ts';

test.each([
  ['admin', FABRIKAM.mira, true, 200],
  ['admin', FABRIKAM.lind, true, 403],
  ['user', FABRIKAM.lind, true, 200],
  ['user', FABRIKAM.lind, false, 403],
] as const)('%s consent by %s with MFA %s answers %i', async (kind, userId, mfa, status) => {
  const { send } = open(work365, { userId, mfa });

  expect((await send('POST', `/api/consent/${kind}`, {})).status).toBe(status);
});

test('each consent ends at the documented address', async () => {
  const { send } = open(work365);

  expect(await (await send('POST', '/api/consent/user', {})).json()).toEqual({
    next: 'https://service-us01.work365apps.com/consent/partnercenter/user/success',
  });
});
