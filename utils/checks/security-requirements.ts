import type { Check, Inquiry } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import { words } from '@/utils/domain/words.ts';
import { type PartnerRequirement, partnerRequirementsRead } from './reads/partner-security.ts';
import { signedOut } from './rules/find-account.ts';
import { blind, type Known, undecided, withNotes } from './rules/outcomes.ts';
import { wrongTenant } from './rules/right-tenant.ts';

/** Partner Center's own score says that the MFA requirement for administrators is met. */
export const check: Check = {
  id: 'security-requirements',
  judge,
  sources: [
    'https://learn.microsoft.com/graph/api/resources/partner-security-adminsmfaenforcedsecurityrequirement',
    'https://learn.microsoft.com/partner-center/security/security-requirements',
  ],
};

/** Microsoft writes `noncomplaint`; the right spelling is read too. */
const NOT_MET: readonly string[] = ['noncomplaint', 'noncompliant'];

function judge(inquiry: Inquiry): Outcome {
  if (!inquiry.identity) return signedOut();
  const found = inquiry.find(partnerRequirementsRead);
  const elsewhere = wrongTenant(inquiry);
  if (elsewhere) return elsewhere;
  if (found.kind !== 'fact') {
    return blind(found, partnerRequirementsRead, words('security-requirements.unreadable'));
  }
  const requirement = found.fact.find(isAdminsMfa);
  const status = requirement?.complianceStatus?.toLowerCase() ?? '';
  if (requirement && status === 'compliant') return met(found, requirement);
  if (requirement && NOT_MET.includes(status)) return notMet(found, requirement);
  const evidence = [found.observe(words('security-requirements.seen-nothing'))];
  return undecided(partnerRequirementsRead, words('security-requirements.no-answer'), evidence);
}

function isAdminsMfa(requirement: PartnerRequirement): boolean {
  const names = [requirement['@odata.type'], requirement.requirementType];
  return (
    names.some((name) => /adminsMfaEnforced(SecurityRequirement)?$/i.test(name ?? '')) ||
    names.some((name) => /^mfaEnforcedForAdmins$/i.test(name ?? ''))
  );
}

function notesOf({ updatedDateTime: at }: PartnerRequirement) {
  return withNotes([
    words('security-requirements.not-real-time'),
    ...(at ? [words('security-requirements.as-of', { at })] : []),
  ]);
}

function met(found: Known<PartnerRequirement[]>, requirement: PartnerRequirement): Outcome {
  return {
    status: 'done',
    summary: words('security-requirements.met'),
    evidence: [found.observe(words('security-requirements.seen-met'))],
    ...notesOf(requirement),
  };
}

function notMet(found: Known<PartnerRequirement[]>, requirement: PartnerRequirement): Outcome {
  const count = requirement.adminsRequiredNotUsingMfaCount;
  return {
    status: 'not-done',
    summary:
      typeof count === 'number'
        ? words('security-requirements.not-met-count', { count })
        : words('security-requirements.not-met'),
    fix: words('security-requirements.not-met.fix'),
    evidence: [found.observe(words('security-requirements.seen-not-met'))],
    ...notesOf(requirement),
  };
}
