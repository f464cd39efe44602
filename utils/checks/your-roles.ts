import type { Check, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { JOBS, type Job, READERS, roleNames, templateIds } from './data/roles.ts';
import { type Organization, organizationRead } from './reads/organization.ts';
import { myRolesRead } from './reads/roles.ts';
import { isForeignDomain } from './rules/domains.ts';
import { signedOut } from './rules/find-account.ts';
import { blind, type Known, undecided, withNotes } from './rules/outcomes.ts';
import { findRoles, hiddenRoles, type RolesHeld } from './rules/roles-held.ts';

/** Whether the signed-in administrator can carry the guide out here, and who else is needed. */
export const check: Check = {
  id: 'your-roles',
  judge,
  sources: [
    'https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference',
    'https://learn.microsoft.com/graph/api/user-list-transitivememberof',
  ],
};

function judge(inquiry: Inquiry): Outcome {
  if (!inquiry.identity) return signedOut();
  const tenant = inquiry.find(organizationRead);
  const roles = findRoles(inquiry, myRolesRead);
  if (tenant.kind !== 'fact') {
    return blind(tenant, organizationRead, words('tenant.unreadable'));
  }
  if (roles.kind === 'unread') {
    return blind(roles.unread, myRolesRead, words('your-roles.unreadable'), [seen(tenant)]);
  }
  const evidence = [seen(tenant), seenRoles(roles.held)];
  const wrong = wrongTenant(inquiry, tenant.fact, evidence);
  return wrong ?? judgeRoles(inquiry, roles.held, evidence);
}

function seen(tenant: Known<Organization>): Evidence {
  const { id, displayName } = tenant.fact;
  return tenant.observe(words('seen.tenant', { tenant: displayName ?? id, tenantId: id }));
}

function seenRoles(held: RolesHeld): Evidence {
  const list = held.names.join(', ');
  return held.found.observe(list ? words('seen.roles', { roles: list }) : words('seen.no-roles'));
}

/** Signed in to a tenant that answers for another one, or that cannot hold the account. */
function wrongTenant(
  { identity, answers }: Inquiry,
  tenant: Organization,
  evidence: readonly Evidence[],
): Outcome | undefined {
  const name = tenant.displayName ?? tenant.id;
  if (tenant.id.toLowerCase() !== identity?.tenantId.toLowerCase()) {
    return undecided(organizationRead, words('tenant.other', { tenant: name }), evidence);
  }
  const account = answers.integrationAccount;
  if (answers.partnerTier === 'indirect' || !isForeignDomain(account, tenant)) return undefined;
  return {
    status: 'cannot-tell',
    reason: 'wrong-tenant',
    needs: { scopes: organizationRead.scopes },
    summary: words('your-roles.wrong-tenant', { tenant: name, account: account ?? '' }),
    evidence,
  };
}

function judgeRoles(inquiry: Inquiry, held: RolesHeld, evidence: readonly Evidence[]): Outcome {
  const jobs = JOBS.filter((job) => inquiry.answers.partnerTier !== 'indirect' || !job.forAccount);
  const missing = jobs.filter((job) => !holdsOne(held, templateIds(job.roles)));
  const notes = readerNotes(held);
  if (missing.length === 0) {
    return { status: 'done', summary: words('your-roles.enough'), evidence, ...withNotes(notes) };
  }
  if (held.someHidden) {
    return blind(hiddenRoles(held), myRolesRead, words('your-roles.hidden'), evidence);
  }
  return {
    status: 'not-done',
    summary: words('your-roles.missing', { count: missing.length }),
    fix: words('your-roles.missing.fix'),
    evidence,
    notes: [...missing.map(askFor), words('your-roles.pim'), ...notes],
  };
}

function holdsOne(held: RolesHeld, wanted: readonly string[]): boolean {
  return wanted.some((id) => held.templateIds.has(id));
}

function askFor(job: Job): Words {
  return words(`your-roles.ask.${job.id}`, { roles: roleNames(job.roles).join(', ') });
}

function readerNotes(held: RolesHeld): Words[] {
  if (holdsOne(held, templateIds(READERS))) return [];
  return [words('your-roles.reader')];
}
