import { describe, expect, it } from 'vitest';
import english from '@/locales/en/sign-in.json';
import {
  codeOf,
  explainCode,
  findAadsts,
  KNOWN_NUMBERS,
  problemWords,
} from '@/utils/auth/aadsts.ts';
import { asSignInFailure, explain } from '@/utils/auth/failure.ts';
import type { SignInFailure } from '@/utils/auth/types.ts';
import { words } from '@/utils/domain/words.ts';

const CODES: readonly SignInFailure['code'][] = [
  'cancelled',
  'consent-required',
  'admin-consent-required',
  'wrong-tenant',
  'other-account',
  'offline',
  'blocked',
  'app-not-found',
  'unexpected',
];

describe('Microsoft’s error numbers', () => {
  it('are found in an error description', () => {
    expect(findAadsts('AADSTS50076: Due to a configuration change')).toBe(50076);
    expect(findAadsts('access_denied: AADSTS9002326: Cross-origin')).toBe(9002326);
    expect(findAadsts('The user did not approve access.')).toBeUndefined();
  });

  it.each([
    [65001, 'consent-required'],
    [90094, 'admin-consent-required'],
    [50020, 'wrong-tenant'],
    [700016, 'app-not-found'],
    [53003, 'blocked'],
    [50076, 'signed-out'],
  ])('mean something for us: %i is %s', (number, code) => {
    expect(codeOf(number)).toBe(code);
  });

  it('all have words that name them', () => {
    const texts: Record<string, string> = english;
    const wordless = KNOWN_NUMBERS.filter((number) => !texts[`sign-in.aadsts.${number}`]);
    expect(wordless).toEqual([]);
  });

  it('have no words that nobody can reach', () => {
    const reachable = new Set([
      'sign-in.interrupted',
      ...CODES.map((code) => `sign-in.${code}`),
      ...KNOWN_NUMBERS.map((number) => `sign-in.aadsts.${number}`),
    ]);
    expect(Object.keys(english).filter((id) => !reachable.has(id))).toEqual([]);
  });
});

describe('a failure in words', () => {
  it('goes by the number where there are words for it', () => {
    const failure = { code: 'blocked', aadsts: 53003, message: '' } as const;
    expect(problemWords(failure).id).toBe('sign-in.aadsts.53003');
  });

  it('falls back to the kind of failure for a number without words', () => {
    const failure = { code: 'unexpected', aadsts: 99999, message: 'AADSTS99999: odd' } as const;
    expect(problemWords(failure)).toEqual({
      id: 'sign-in.unexpected',
      values: { message: 'AADSTS99999: odd', number: 99999 },
    });
  });

  it.each(CODES)('exists for %s', (code) => {
    const texts: Record<string, string> = english;
    expect(texts[problemWords({ code, message: 'x' }).id]).toMatch(/\.$/);
  });
});

describe('what was thrown', () => {
  it.each([
    [new Error('The user did not approve access.'), 'cancelled'],
    [new Error('User cancelled or denied access.'), 'cancelled'],
    [new Error('Authorization page could not be loaded.'), 'offline'],
    [{ errorCode: 'no_network_connectivity', errorMessage: '' }, 'offline'],
    [{ errorCode: 'post_request_failed', errorMessage: 'Failed to fetch' }, 'offline'],
    [new Error('User interaction required.'), 'signed-out'],
    [new Error('Requires user interaction'), 'signed-out'],
    ['no_account_in_memory', 'signed-out'],
    [{ errorCode: 'refresh_token_expired', errorMessage: '' }, 'signed-out'],
    [{ errorCode: 'consent_required', errorMessage: '' }, 'consent-required'],
    [{ errorCode: 'access_denied', errorMessage: 'AADSTS65004: declined' }, 'consent-required'],
    [{ errorCode: 'invalid_grant', errorMessage: 'AADSTS700084: expired' }, 'signed-out'],
    [{ errorCode: 'state_mismatch', errorMessage: 'State mismatch' }, 'unexpected'],
    [undefined, 'unexpected'],
  ])('%o is read as %s', (thrown, code) => {
    expect(explain(thrown).code).toBe(code);
  });

  it('keeps Microsoft’s number', () => {
    expect(explain({ errorCode: 'x', errorMessage: 'AADSTS53003: blocked' })).toMatchObject({
      code: 'blocked',
      aadsts: 53003,
    });
  });

  it('is never "signed out" after a window was shown', () => {
    const failure = explain({ errorCode: 'x', errorMessage: 'AADSTS500121: denied' });
    expect(asSignInFailure(failure)).toMatchObject({ code: 'unexpected', aadsts: 500121 });
  });
});

describe('a code that somebody read in Microsoft’s window', () => {
  it.each([
    ['AADSTS50011', words('sign-in.aadsts.50011')],
    ['aadsts 700016: Application with identifier …', words('sign-in.aadsts.700016')],
    ['50011', words('sign-in.aadsts.50011')],
    ['AADSTS9999999', words('options.code.unknown', { number: '9999999' })],
    ['I closed it', undefined],
    ['d40e8f13-26a9-4c57-b1e8-90ab52c6f7d4', undefined],
  ])('%s is explained, or not made up', (text, said) => {
    expect(explainCode(text)).toEqual(said);
  });
});
