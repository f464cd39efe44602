import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { collectionOf, count, text } from './shapes.ts';

const RequirementBody = v.object({
  '@odata.type': text,
  requirementType: text,
  complianceStatus: text,
  adminsRequiredNotUsingMfaCount: count,
  updatedDateTime: text,
});
const parseRequirements = collectionOf(RequirementBody);
export type PartnerRequirement = v.InferOutput<typeof RequirementBody>;

/**
 * Requirements behind the partner security score; beta, global cloud only, not real time.
 * https://learn.microsoft.com/graph/api/partner-security-securityrequirement-list
 */
export const partnerRequirementsRead: Read<PartnerRequirement[]> = {
  method: 'GET',
  version: 'beta',
  path: '/security/partner/securityScore/requirements',
  paged: true,
  scopes: ['PartnerSecurity.Read.All'],
  roles: ['Security Reader', 'Security Administrator', 'Global Administrator'],
  budget: 'directory',
  fields: ['complianceStatus', 'adminsRequiredNotUsingMfaCount', 'updatedDateTime'],
  parse: parseRequirements,
};
