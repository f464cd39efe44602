import { BETA, type Endpoint } from '../endpoint.ts';
import { listOf } from '../query.ts';

/** Partner Center's figures are of the day before, at best: they are not worked out when asked for. */
const AGE_MS = 24 * 60 * 60 * 1_000;

/** https://learn.microsoft.com/graph/api/resources/partner-security-score-api-overview */
export const PARTNER_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'GET',
    versions: BETA,
    family: 'partner',
    path: '/security/partner/securityScore/requirements',
    scopes: ['PartnerSecurity.Read.All'],
    handle: (call) => {
      const updatedDateTime = new Date(call.nowMs - AGE_MS).toISOString();
      const figures = call.state.partnerSecurityRequirements.map((one) => ({
        ...one,
        updatedDateTime,
      }));
      return listOf(call, figures, {
        type: 'microsoft.graph.partner.security.securityRequirement',
        context: 'security/partner/securityScore/requirements',
      });
    },
  },
];
