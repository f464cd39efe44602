import type { Check, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { JOBS, type Job, READERS, roleNames, templateIds } from './data/roles.ts';
import { type Organization, organizationRead } from './reads/organization.ts';
import { myRolesRead } from './reads/roles.ts';
import { signedOut } from './rules/find-account.ts';
import { blind, type Known, withNotes } from './rules/outcomes.ts';
import { wrongTenant } from './rules/right-tenant.ts';
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
  const elsewhere = wrongTenant(inquiry);
  if (elsewhere) return elsewhere;
  if (tenant.kind !== 'fact') {
    return blind(tenant, organizationRead, words('tenant.unreadable'));
  }
  if (roles.kind === 'unread') {
    return blind(roles.unread, myRolesRead, words('your-roles.unreadable'), [seen(tenant)]);
  }
  const evidence = [seen(tenant), seenRoles(roles.held)];
  return judgeRoles(inquiry, roles.held, evidence);
}

function seen(tenant: Known<Organization>): Evidence {
  const { id, displayName } = tenant.fact;
  return tenant.observe(words('seen.tenant', { tenant: displayName ?? id, tenantId: id }));
}

function seenRoles(held: RolesHeld): Evidence {
  const list = held.names.join(', ');
  return held.found.observe(list ? words('seen.roles', { roles: list }) : words('seen.no-roles'));
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
