import { describe, expect, it } from 'vitest';
import texts from '@/locales/en/scopes.json';
import { SCOPES, scopesFor } from '@/utils/graph/index.ts';

describe('permissions', () => {
  it('are for reading only', () => {
    for (const { scope } of SCOPES) expect(scope).toMatch(/\.Read(Basic)?(\.|$)/);
    for (const { scope } of SCOPES)
      expect(scope).not.toMatch(/Write|\.Manage|FullControl|AccessAs/i);
  });

  it('each have a reason in words, and no reason is left over', () => {
    expect(SCOPES.map(({ reason }) => reason).sort()).toEqual(Object.keys(texts).sort());
    for (const text of Object.values(texts)) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('of the basic set need no administrator', () => {
    expect(scopesFor('basic')).toEqual([
      'User.Read',
      'User.ReadBasic.All',
      'LicenseAssignment.Read.All',
      'Policy.Read.ConditionalAccess',
    ]);
  });

  it('of the full set leave out what a wider one already holds', () => {
    expect(scopesFor('full')).toEqual([
      'User.Read',
      'LicenseAssignment.Read.All',
      'User.Read.All',
      'GroupMember.Read.All',
      'RoleManagement.Read.Directory',
      'Policy.Read.All',
      'AuditLog.Read.All',
      'UserAuthenticationMethod.Read.All',
      'PartnerSecurity.Read.All',
    ]);
  });
});
