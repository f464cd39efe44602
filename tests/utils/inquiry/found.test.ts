import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Read, ReadResult } from '@/utils/domain/read.ts';
import { words } from '@/utils/domain/words.ts';
import { found } from '@/utils/inquiry/index.ts';

const READ: Read<{ id: string }> = {
  method: 'GET',
  version: 'v1.0',
  path: '/users/x?$select=id',
  scopes: ['User.Read.All', 'Directory.Read.All'],
  roles: ['Security Reader', 'Global Reader'],
  budget: 'directory',
  fields: ['id'],
  parse: (body) => v.parse(v.object({ id: v.string() }), body),
};
const AT = '2026-11-22T10:00:00.000Z';

function refused(status: number, code = '', message = ''): ReadResult {
  return { kind: 'refused', status, code, message, observedAt: AT, requestId: 'r-1' };
}

describe('an answer', () => {
  it('is a fact with evidence that anyone can check by hand', () => {
    const answer = { kind: 'answer', body: { id: 'x' }, observedAt: AT, requestId: 'r-1' } as const;
    const result = found(READ, answer);
    expect(result).toMatchObject({ kind: 'fact', fact: { id: 'x' } });
    expect(result.kind !== 'pending' && result.observe(words('seen'))).toEqual({
      request: 'GET /v1.0/users/x?$select=id',
      fields: ['id'],
      observed: { id: 'seen' },
      observedAt: AT,
      requestId: 'r-1',
    });
  });

  it.each([[undefined], [{ id: 7 }], [{}], ['<html>']])(
    'of another shape, %j, is no fact',
    (body) => {
      const result = found(READ, { kind: 'answer', body, observedAt: AT });
      expect(result).toMatchObject({ kind: 'unknown', reason: 'unexpected-response' });
    },
  );
});

describe('a refusal', () => {
  it.each([
    [404, 'Request_ResourceNotFound', ''],
    [404, 'ResourceNotFound', ''],
  ])('%i %s says that it does not exist', (status, code, message) => {
    expect(found(READ, refused(status, code, message)).kind).toBe('absent');
  });

  it.each([
    [0, '', '', 'offline'],
    [401, 'InvalidAuthenticationToken', '', 'signed-out'],
    [403, 'Authorization_RequestDenied', '', 'role-missing'],
    [403, '', '', 'role-missing'],
    [403, 'UnknownError', 'User is not in the allowed roles', 'role-missing'],
    [403, 'Authentication_MSGraphPermissionMissing', '', 'consent-required'],
    [403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant', '', 'licence-missing'],
    [400, 'AadPremiumLicenseRequired', '', 'licence-missing'],
    [400, 'BadRequest', "Resource not found for the segment 'signIns'.", 'not-in-this-cloud'],
    [404, 'BadRequest', "Resource not found for the segment 'signIns'.", 'not-in-this-cloud'],
    [501, 'NotImplemented', '', 'not-in-this-cloud'],
    [429, 'TooManyRequests', '', 'throttled'],
    [400, 'Request_UnsupportedQuery', '', 'unexpected-response'],
    [500, 'Request_ResourceNotFound', '', 'unexpected-response'],
    [404, '', '', 'unexpected-response'],
    [404, 'UnknownError', '', 'unexpected-response'],
    [500, 'InternalServerError', '', 'unexpected-response'],
    [503, 'ServiceUnavailable', '', 'unexpected-response'],
    [200, '', 'more than 20 pages', 'unexpected-response'],
  ] as const)('%i %s %s is %s, never a fact', (status, code, message, reason) => {
    expect(found(READ, refused(status, code, message))).toMatchObject({ kind: 'unknown', reason });
  });

  it('names the roles that would do, Global Reader when the read names none', () => {
    const { roles: _, ...plain } = READ;
    const denied = refused(403, 'Authorization_RequestDenied');
    expect(found(READ, denied)).toMatchObject({ needs: { roles: READ.roles } });
    expect(found(plain, denied)).toMatchObject({ needs: { roles: ['Global Reader'] } });
  });

  it('keeps Microsoft’s id of the request for a support case', () => {
    const result = found(READ, refused(500));
    expect(result.kind !== 'pending' && result.observe(words('x')).requestId).toBe('r-1');
  });
});

it('a read that was not sent says what is missing', () => {
  const missing = ['User.Read.All'];
  expect(found(READ, { kind: 'not-consented', missing, observedAt: AT })).toMatchObject({
    kind: 'unknown',
    reason: 'consent-required',
    needs: { scopes: missing },
  });
  expect(found(READ, { kind: 'signed-out', observedAt: AT })).toMatchObject({
    reason: 'signed-out',
  });
});
