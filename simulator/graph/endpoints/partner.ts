import { BETA, type Endpoint } from '../endpoint.ts';
import { listOf } from '../query.ts';

/** https://learn.microsoft.com/graph/api/resources/partner-security-score-api-overview */
export const PARTNER_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'GET',
    versions: BETA,
    family: 'partner',
    path: '/security/partner/securityScore/requirements',
    scopes: ['PartnerSecurity.Read.All'],
    handle: (call) =>
      listOf(call, call.state.partnerSecurityRequirements, {
        type: 'microsoft.graph.partner.security.securityRequirement',
        context: 'security/partner/securityScore/requirements',
      }),
  },
];
