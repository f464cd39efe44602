import { expect, test } from 'vitest';
import { tenantOf, withTenant } from '@/utils/state/stored.ts';
import { ADMIN, aState } from '../a-state.ts';

test('two tenants never mix: each has answers and progress of its own', () => {
  const { local } = aState({ tenant: { answers: { integrationAccount: 'a@contoso.com' } } });
  const elsewhere = { ...local, account: { ...ADMIN, tenantId: 'another-tenant' } };

  const changed = withTenant(elsewhere, (tenant) => ({ ...tenant, tenantName: 'Fabrikam' }));

  expect(tenantOf(elsewhere).answers).toEqual({});
  expect(changed.tenants['another-tenant']?.tenantName).toBe('Fabrikam');
  expect(tenantOf({ ...changed, account: ADMIN })).toEqual(tenantOf(local));
});

test('before anyone signed in there is a place for answers, and it is nobody’s tenant', () => {
  const { local } = aState({ signedOut: true });
  const answered = withTenant(local, (tenant) => ({
    ...tenant,
    answers: { partnerTier: 'direct' },
  }));

  expect(tenantOf(answered).answers).toEqual({ partnerTier: 'direct' });
  expect(tenantOf({ ...answered, account: ADMIN }).answers).toEqual({});
});
