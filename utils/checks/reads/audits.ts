import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { LOG_READERS } from '../data/roles.ts';
import { collectionOf, daysAgo, filter, listOf, text } from './shapes.ts';

const AuditBody = v.object({
  activityDateTime: v.string(),
  activityDisplayName: text,
  result: text,
  targetResources: listOf(v.object({ id: text })),
});
const parseAudits = collectionOf(AuditBody);
export type Audit = v.InferOutput<typeof AuditBody>;

/** Free tenants keep seven days (learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention). */
const DAYS = 7;

/** https://learn.microsoft.com/graph/api/directoryaudit-list */
function auditsRead(condition: string, nowMs: number): Read<Audit[]> {
  const where = filter(`activityDateTime ge ${daysAgo(DAYS, nowMs)} and ${condition}`);
  return {
    method: 'GET',
    version: 'v1.0',
    path: `/auditLogs/directoryAudits?${where}&$top=50`,
    scopes: ['AuditLog.Read.All'],
    roles: LOG_READERS,
    budget: 'reports',
    fields: ['activityDateTime', 'activityDisplayName', 'result', 'targetResources'],
    parse: parseAudits,
  };
}

/** The latest changes of policies. */
export function policyAuditsRead(nowMs: number): Read<Audit[]> {
  return auditsRead("category eq 'Policy'", nowMs);
}

export type UserChange =
  | 'Add member to group'
  | 'Remove member from group'
  | 'Add member to role'
  | 'Enable Strong Authentication';

/** The latest changes of one kind to users of the tenant; whose they are is in `targetResources`. */
export function userAuditsRead(change: UserChange, nowMs: number): Read<Audit[]> {
  return auditsRead(`activityDisplayName eq '${change}'`, nowMs);
}
