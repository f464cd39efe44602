import { expect, test } from 'vitest';
import { grantedScopes } from '@/utils/auth/granted.ts';

function token(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.signature`;
}

test('what was granted is read from the token, whatever the answer beside it says', () => {
  const told = ['User.Read', 'Policy.Read.All'];
  expect(grantedScopes(token({ scp: 'User.Read openid' }), told)).toEqual(['User.Read', 'openid']);
  expect(grantedScopes(token({ scp: '' }), told)).toEqual([]);
});

test.each([
  ['a token that is no JWT', 'opaque'],
  ['a token without the claim', token({ roles: ['Policy.Read.All'] })],
  ['a claim that is no text', token({ scp: ['User.Read'] })],
  ['a payload that is no JSON', 'a.b.c'],
])('%s leaves the word to the answer', (_, opaque) => {
  expect(grantedScopes(opaque, ['User.Read'])).toEqual(['User.Read']);
});
