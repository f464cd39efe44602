import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { LOG_READERS } from '../data/roles.ts';
import { collectionOf, daysAgo, filter, flag, listOf, text } from './shapes.ts';

const StepBody = v.object({
  authenticationMethod: text,
  succeeded: flag,
  authenticationStepRequirement: text,
  authenticationStepResultDetail: text,
});

const SignInBody = v.object({
  id: v.string(),
  userId: text,
  createdDateTime: v.string(),
  correlationId: text,
  appId: text,
  appDisplayName: text,
  resourceId: text,
  resourceDisplayName: text,
  status: v.nullish(v.object({ errorCode: v.nullish(v.number()), additionalDetails: text })),
  authenticationRequirement: text,
  authenticationDetails: listOf(StepBody),
  authenticationRequirementPolicies: listOf(v.object({ requirementProvider: text })),
  appliedConditionalAccessPolicies: listOf(
    v.object({
      id: text,
      displayName: text,
      result: text,
      enforcedGrantControls: listOf(v.string()),
    }),
  ),
});
const parseSignIns = collectionOf(SignInBody);
export type SignIn = v.InferOutput<typeof SignInBody>;

/**
 * Records are kept for 30 days with P1 or P2; without, Graph shows none of them
 * (learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention).
 */
const DAYS = 30;
/** How far back an empty record says anything, in milliseconds. */
export const SIGN_INS_REACH_MS = DAYS * 86_400_000;

/**
 * Interactive sign-ins of one user, newest first. v1.0 lacks every `authenticationRequirement*` and
 * `authenticationDetails`. https://learn.microsoft.com/graph/api/signin-list
 */
export function signInsRead(
  version: 'v1.0' | 'beta',
  userId: string,
  nowMs: number,
): Read<SignIn[]> {
  const where = filter(`userId eq '${userId}' and createdDateTime ge ${daysAgo(DAYS, nowMs)}`);
  return {
    method: 'GET',
    version,
    path: `/auditLogs/signIns?${where}&$top=50`,
    scopes: ['AuditLog.Read.All'],
    roles: LOG_READERS,
    budget: 'reports',
    fields: Object.keys(SignInBody.entries),
    parse: parseSignIns,
  };
}
