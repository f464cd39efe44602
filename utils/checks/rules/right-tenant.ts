import type { Inquiry } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { type Organization, organizationRead } from '../reads/organization.ts';
import { domainNames, isForeignDomain } from './domains.ts';
import type { Known } from './outcomes.ts';

/**
 * Nothing is verified from a tenant that is not the guide's: another than the organisation fixed,
 * another than the one signed in to, or one that the integration account's domain does not belong
 * to. A tenant that cannot be read is not held against anyone here.
 */
export function wrongTenant(inquiry: Inquiry): Outcome | undefined {
  const { identity, expectedTenantId, answers } = inquiry;
  const tenantId = identity?.tenantId ?? '';
  if (expectedTenantId && !isSame(tenantId, expectedTenantId)) {
    return stop(words('tenant.not-expected', { tenantId, expected: expectedTenantId }));
  }
  const tenant = inquiry.find(organizationRead);
  if (tenant.kind !== 'fact') return undefined;
  const name = tenant.fact.displayName ?? tenant.fact.id;
  if (!isSame(tenant.fact.id, tenantId))
    return stop(words('tenant.other', { tenant: name }), tenant);
  const account = answers.integrationAccount?.trim();
  if (answers.partnerTier === 'indirect' || !isForeignDomain(account, tenant.fact)) {
    return undefined;
  }
  const summary = words('tenant.foreign-account', { tenant: name, account: account ?? '' });
  return stop(summary, tenant);
}

/** Something besides the sign-in says that this is the tenant: the organisation, or the account. */
export function isConfirmed({ expectedTenantId, answers }: Inquiry, tenant: Organization): boolean {
  if (expectedTenantId) return isSame(expectedTenantId, tenant.id);
  const isNamed = answers.partnerTier !== 'indirect' && Boolean(answers.integrationAccount?.trim());
  return (
    isNamed &&
    domainNames(tenant).length > 0 &&
    !isForeignDomain(answers.integrationAccount, tenant)
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function stop(summary: Words, tenant?: Known<Organization>): Outcome {
  const domains = tenant ? domainNames(tenant.fact).join(', ') : '';
  const seen = tenant && {
    evidence: [tenant.observe(words('seen.domains', { domains }))],
    notes: [words('tenant.foreign-account.fix', { domains })],
  };
  const isForeign = summary.id === 'tenant.foreign-account';
  return {
    status: 'cannot-tell',
    reason: 'wrong-tenant',
    summary,
    evidence: seen?.evidence ?? [],
    ...(isForeign && seen ? { notes: seen.notes } : {}),
  };
}
