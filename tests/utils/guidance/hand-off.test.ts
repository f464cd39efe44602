import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import { handOffLink, readHandOff } from '@/utils/guidance/hand-off.ts';
import { INTEGRATION_ACCOUNT, stepOf } from '../a-state.ts';

const PAGE = 'https://mysignins.microsoft.com/security-info';
const step = stepOf('mfa-registered');
const answers = { integrationAccount: INTEGRATION_ACCOUNT };

function linkWith(cargo: unknown): string {
  return `${PAGE}#${new URLSearchParams({ waymark: JSON.stringify(cargo) })}`;
}

test('a link made here is read over there', () => {
  const link = handOffLink(guide, step, answers, portals) ?? '';

  expect(link.startsWith(`${PAGE}#`)).toBe(true);
  expect(readHandOff(link, guide)).toEqual({
    guide: guide.id,
    step: 'mfa-registered',
    account: INTEGRATION_ACCOUNT,
  });
});

test('a link carries the account’s sign-in name and nothing else of the tenant', () => {
  const link = new URL(handOffLink(guide, step, answers, portals) ?? '');
  const cargo: unknown = JSON.parse(new URLSearchParams(link.hash.slice(1)).get('waymark') ?? '');

  expect(Object.keys(cargo as object)).toEqual(['guide', 'step', 'account']);
  expect(link.search).toBe('');
});

test('there is no link before the account is known, and none for a step without a page', () => {
  expect(handOffLink(guide, step, {}, portals)).toBeUndefined();
  expect(handOffLink(guide, stepOf('policy-settled'), answers, portals)).toBeUndefined();
});

describe('a malformed or hostile link is no link', () => {
  const good = { guide: guide.id, step: 'mfa-registered', account: INTEGRATION_ACCOUNT };

  test.each([
    ['no cargo', PAGE],
    ['cargo that is no JSON', `${PAGE}#waymark=%7Bnope`],
    ['a list', linkWith([good])],
    ['a text', linkWith('go')],
    ['null', linkWith(null)],
    ['another guide', linkWith({ ...good, guide: 'another' })],
    ['a step nobody declares', linkWith({ ...good, step: 'no-such-step' })],
    ['a step with markup', linkWith({ ...good, step: '<img src=x>' })],
    ['an account that is no sign-in name', linkWith({ ...good, account: 'everybody' })],
    ['an account with markup', linkWith({ ...good, account: '<b>@contoso.com' })],
    ['an account with a space', linkWith({ ...good, account: 'a b@contoso.com' })],
    ['an account with a path', linkWith({ ...good, account: 'a@contoso.com/../../me' })],
    ['an account that is far too long', linkWith({ ...good, account: `${'a'.repeat(200)}@b.com` })],
    ['no account', linkWith({ guide: guide.id, step: 'mfa-registered' })],
    ['no address', 'not an address'],
  ])('%s', (_, address) => {
    expect(readHandOff(address, guide)).toBeUndefined();
  });

  test('whatever a link says, what is read of it is a known step and a plain sign-in name', () => {
    const cargo = fc.oneof(
      fc.jsonValue(),
      fc.record({
        guide: fc.oneof(fc.constant(guide.id), fc.string()),
        step: fc.oneof(fc.constantFrom(...guide.steps.map(({ id }) => id)), fc.string()),
        account: fc.oneof(fc.emailAddress(), fc.string()),
      }),
    );
    fc.assert(
      fc.property(cargo, (value) => {
        const read = readHandOff(linkWith(value), guide);
        if (!read) return;
        expect(guide.steps.map(({ id }) => id)).toContain(read.step);
        expect(read.account).toMatch(/^[^\s<>"\\@]+@[a-z0-9.-]+$/);
        expect(Object.keys(read)).toHaveLength(3);
      }),
    );
  });
});
