import type { Check, Inquiry } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import { words } from '@/utils/domain/words.ts';
import { organizationRead } from './reads/organization.ts';
import { signedOut } from './rules/find-account.ts';
import { blind } from './rules/outcomes.ts';
import { isConfirmed, wrongTenant } from './rules/right-tenant.ts';

/** The two values that Work 365 asks for and that Graph knows: Microsoft ID and default domain. */
export const check: Check = {
  id: 'work365-values',
  judge,
  sources: [
    'https://learn.microsoft.com/graph/api/organization-list',
    'https://help.work365apps.com/documentation/billing/work-365-providers/configuring-microsoft-partnercenter-provider',
  ],
};

function judge(inquiry: Inquiry): Outcome {
  if (!inquiry.identity) return signedOut();
  const tenant = inquiry.find(organizationRead);
  const elsewhere = wrongTenant(inquiry);
  if (elsewhere) return elsewhere;
  if (tenant.kind !== 'fact') {
    return blind(tenant, organizationRead, words('tenant.unreadable'));
  }
  const { id: tenantId, displayName, verifiedDomains } = tenant.fact;
  const name = displayName ?? tenantId;
  const evidence = [tenant.observe(words('seen.tenant', { tenant: name, tenantId }))];
  const domain = verifiedDomains?.find(({ isDefault }) => isDefault === true)?.name;
  if (!domain) {
    const unread = {
      kind: 'unknown',
      reason: 'consent-required',
      observe: tenant.observe,
    } as const;
    const needs = { scopes: ['User.Read.All', 'Organization.Read.All'] };
    const summary = words('work365-values.no-domain', { tenantId });
    return blind({ ...unread, needs }, organizationRead, summary, evidence);
  }
  return {
    status: 'done',
    summary: isConfirmed(inquiry, tenant.fact)
      ? words('work365-values.read', { tenantId, domain })
      : words('work365-values.read-unconfirmed', { tenantId, domain, tenant: name }),
    evidence: [...evidence, tenant.observe(words('seen.default-domain', { domain }))],
  };
}
