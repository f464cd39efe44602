import type { DirectoryAudit, SignIn } from '../../tenant/state.ts';
import { BOTH, type Call, type Endpoint } from '../endpoint.ts';
import { listOf } from '../query.ts';
import { AUDIT_READERS, CONDITIONAL_ACCESS_READERS, holdsAny, SIGN_IN_READERS } from '../roles.ts';

/** Members of `signIn` in v1.0; all others are beta only (schema of August 2026). */
const V1_MEMBERS: ReadonlySet<string> = new Set(
  (
    'id appDisplayName appId appliedConditionalAccessPolicies authenticationAppDeviceDetails ' +
    'clientAppUsed conditionalAccessStatus correlationId createdDateTime deviceDetail ' +
    'homeTenantId ipAddress isInteractive location resourceDisplayName resourceId ' +
    'resourceTenantId riskDetail riskEventTypes riskEventTypes_v2 riskLevelAggregated ' +
    'riskLevelDuringSignIn riskState servicePrincipalId servicePrincipalName status userAgent ' +
    'userDisplayName userId userPrincipalName'
  ).split(' '),
);
const POLICY_SCOPES = ['Policy.Read.All', 'Policy.Read.ConditionalAccess'];

function newestFirst<Entry>(entries: readonly Entry[], at: (entry: Entry) => string): Entry[] {
  return [...entries].sort((a, b) => Date.parse(at(b)) - Date.parse(at(a)));
}

function seesPolicies(call: Call): boolean {
  return (
    POLICY_SCOPES.some((scope) => call.scopes.includes(scope)) &&
    holdsAny(call.session.user.roleTemplateIds, CONDITIONAL_ACCESS_READERS)
  );
}

function showSignIn(call: Call, signIn: SignIn): Record<string, unknown> {
  const shown = Object.entries(signIn).filter(
    ([name]) =>
      (call.version === 'beta' || V1_MEMBERS.has(name)) &&
      (name !== 'appliedConditionalAccessPolicies' || seesPolicies(call)),
  );
  return Object.fromEntries(shown);
}

function listSignIns(call: Call): unknown {
  const interactive = call.state.signIns.filter(({ isInteractive }) => isInteractive !== false);
  const items = newestFirst(interactive, (signIn) => signIn.createdDateTime);
  return listOf(
    call,
    items.map((signIn) => showSignIn(call, signIn)),
    {
      type: 'microsoft.graph.signIn',
      context: 'auditLogs/signIns',
      filterable: {
        userId: ['eq'],
        userPrincipalName: ['eq', 'startswith'],
        createdDateTime: ['ge', 'le', 'gt', 'lt'],
        appId: ['eq'],
        correlationId: ['eq'],
      },
      pages: { usual: 1000, most: 1000 },
    },
  );
}

function showAudit(audit: DirectoryAudit): Record<string, unknown> {
  return {
    correlationId: audit.id,
    resultReason: '',
    operationType: '',
    additionalDetails: [],
    ...audit,
  };
}

function listDirectoryAudits(call: Call): unknown {
  const items = newestFirst(call.state.directoryAudits, (audit) => audit.activityDateTime);
  return listOf(call, items.map(showAudit), {
    type: 'microsoft.graph.directoryAudit',
    context: 'auditLogs/directoryAudits',
    filterable: {
      activityDateTime: ['ge', 'le', 'gt', 'lt'],
      category: ['eq'],
      activityDisplayName: ['eq', 'startswith'],
      loggedByService: ['eq'],
      correlationId: ['eq'],
    },
    pages: { usual: 1000, most: 1000 },
  });
}

/** Everyone may read the sign-ins in which they are the actor. */
function asksForOwnSignIns(call: Call): boolean {
  const own = `userid eq '${call.session.user.id}'`.toLowerCase();
  return (call.query.get('$filter') ?? '').toLowerCase().includes(own);
}

const BASE = {
  method: 'GET',
  versions: BOTH,
  family: 'audit',
  scopes: ['AuditLog.Read.All'],
  limit: 'reports',
} as const;

/** https://learn.microsoft.com/graph/api/resources/azure-ad-auditlog-overview */
export const AUDIT_ENDPOINTS: readonly Endpoint[] = [
  {
    ...BASE,
    path: '/auditLogs/signIns',
    roles: SIGN_IN_READERS,
    unless: asksForOwnSignIns,
    premium: true,
    handle: listSignIns,
  },
  {
    ...BASE,
    path: '/auditLogs/directoryAudits',
    roles: AUDIT_READERS,
    handle: listDirectoryAudits,
  },
];
