import { describe, expect, test } from 'vitest';
import { domainsIn, rulesChanged, rulesIn, tenantNameIn } from '@/utils/background/findings.ts';
import type { Findings, ReadResult } from '@/utils/domain/read.ts';

const observedAt = '2026-11-23T12:00:00.000Z';
const POLICIES = 'GET /v1.0/identity/conditionalAccess/policies';
const DEFAULTS = 'GET /v1.0/policies/identitySecurityDefaultsEnforcementPolicy';
const PER_USER = 'GET /beta/users/4711/authentication/requirements';

const answer = (body: unknown): ReadResult => ({ kind: 'answer', body, observedAt });
const refused: ReadResult = { kind: 'refused', status: 403, code: '', message: '', observedAt };

describe('the tenant’s MFA rules', () => {
  const before = rulesIn({
    [POLICIES]: answer({ value: [{ id: 'a', state: 'enabled' }] }),
    [DEFAULTS]: answer({ isEnabled: false }),
  });

  test('have changed when one that was read before reads differently', () => {
    const now = rulesIn({
      [POLICIES]: answer({ value: [] }),
      [DEFAULTS]: answer({ isEnabled: false }),
    });

    expect(rulesChanged(before, now)).toBe(true);
  });

  test('have not changed when they read alike', () => {
    const now = rulesIn({ [POLICIES]: answer({ value: [{ id: 'a', state: 'enabled' }] }) });

    expect(rulesChanged(before, now)).toBe(false);
  });

  test('that cannot be read do not look like rules that went away', () => {
    const now = rulesIn({ [POLICIES]: refused, [DEFAULTS]: { kind: 'signed-out', observedAt } });

    expect(now).toEqual({});
    expect(rulesChanged(before, now)).toBe(false);
  });

  test('read for the first time are new to us, not changed', () => {
    const now = rulesIn({ [PER_USER]: answer({ perUserMfaState: 'enforced' }) });

    expect(Object.keys(now)).toEqual([PER_USER]);
    expect(rulesChanged(before, now)).toBe(false);
    expect(rulesChanged({}, now)).toBe(false);
  });

  test('are these three and nothing that changes by itself', () => {
    const findings: Findings = {
      [`${POLICIES}?$top=50`]: answer({}),
      'GET /v1.0/auditLogs/directoryAudits?$filter=a': answer({}),
      'POST /v1.0/identity/conditionalAccess/evaluate {}': answer({}),
    };

    expect(Object.keys(rulesIn(findings))).toEqual([`${POLICIES}?$top=50`]);
  });
});

describe('the tenant', () => {
  const organization = answer({
    value: [
      {
        displayName: 'Contoso',
        verifiedDomains: [
          { name: 'Contoso.onmicrosoft.com' },
          { name: 'Contoso.com', isDefault: true },
        ],
      },
    ],
  });
  const findings = { 'GET /v1.0/organization?$select=id': organization };

  test('is known by its domains, the default one first, and by its name', () => {
    expect(domainsIn(findings)).toEqual(['contoso.com', 'contoso.onmicrosoft.com']);
    expect(tenantNameIn(findings)).toBe('Contoso');
  });

  test.each([
    ['unread', {}],
    ['refused', { 'GET /v1.0/organization': refused }],
    ['of another shape', { 'GET /v1.0/organization': answer({ value: 'none' }) }],
    ['empty', { 'GET /v1.0/organization': answer({ value: [] }) }],
  ])('%s, is not guessed at', (_, odd) => {
    expect(domainsIn(odd)).toEqual([]);
    expect(tenantNameIn(odd)).toBeUndefined();
  });
});
