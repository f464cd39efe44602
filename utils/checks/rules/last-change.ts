import type { Found, Inquiry } from '@/utils/domain/check.ts';
import type { Read } from '@/utils/domain/read.ts';
import { type Audit, policyAuditsRead, type UserChange, userAuditsRead } from '../reads/audits.ts';
import type { Demand } from './decide-demand.ts';
import { members, texts } from './json.ts';
import type { PolicyReading } from './obstacles.ts';
import type { Unread } from './outcomes.ts';
import { timeOf } from './wait.ts';

/** What makes the account need MFA, and holds at every sign-in. */
export type Carrying = Extract<Demand, { kind: 'policy' | 'per-user' }>;

/** When the rules that make the account need MFA last changed, as far as it can be read. */
export type LastChange = Readonly<{
  /** Of anything in the tenant's sign-in rules. Absent: no change is on record. */
  anyMs?: number;
  /** Since when what carries the demand is as it is now. Absent: longer than records reach. */
  carriedSinceMs?: number;
  /** A read without which the time is not known at all. */
  unread?: Readonly<{ unread: Unread; read: Read }>;
  audits: readonly Found<Audit[]>[];
}>;

/** Activities that change who needs MFA; names as Microsoft's log writes them, case ignored. */
const RULE_CHANGE = /conditional access|named location|security defaults|authentication strength/i;

function happened({ result }: Audit): boolean {
  return !result || result.toLowerCase() === 'success';
}

function timesOf(found: Found<Audit[]>, isMeant: (audit: Audit) => boolean): number[] {
  if (found.kind !== 'fact') return [];
  return found.fact
    .filter((audit) => happened(audit) && isMeant(audit))
    .flatMap(({ activityDateTime }) => timeOf(activityDateTime) ?? []);
}

function isRuleChange({ activityDisplayName }: Audit): boolean {
  return RULE_CHANGE.test(activityDisplayName ?? '');
}

function isAbout(id: string) {
  return ({ targetResources }: Audit) =>
    targetResources.some((target) => target.id?.toLowerCase() === id.toLowerCase());
}

function stampOf({ policy }: PolicyReading): number | undefined {
  return timeOf(policy.modifiedDateTime) ?? timeOf(policy.createdDateTime);
}

/** Everyone, or the account by name: no membership decides that the policy is about it. */
function isDirect({ policy }: PolicyReading, accountId: string): boolean {
  const users = members(policy.conditions.users);
  const named = texts(users.includeUsers);
  return named.includes('all') || named.includes(accountId.toLowerCase());
}

function listed({ policy }: PolicyReading, name: string): boolean {
  return texts(members(policy.conditions.users)[name]).length > 0;
}

/** Changes of the account that may have started what carries the demand. */
function userChangesOf(demand: Carrying, accountId: string): UserChange[] {
  if (demand.kind === 'per-user') return ['Enable Strong Authentication'];
  const { carriers, together } = demand;
  const direct = carriers.filter((carrier) => isDirect(carrier, accountId));
  // One rule that no membership decides about is enough, unless all of them are needed.
  if (!together && direct.some((carrier) => !listed(carrier, 'excludeGroups'))) return [];
  const byMembership = together ? direct.length < carriers.length : direct.length === 0;
  const changes: (UserChange | false)[] = [
    byMembership && 'Add member to group',
    byMembership &&
      carriers.some((carrier) => listed(carrier, 'includeRoles')) &&
      'Add member to role',
    carriers.some((carrier) => listed(carrier, 'excludeGroups')) && 'Remove member from group',
  ];
  return changes.filter((change) => change !== false);
}

/**
 * The latest of the policies' own time stamps, the audit log, and a change that was watched
 * happening. Audit rows arrive minutes late and policies may lack a stamp, so no source is enough.
 */
export function findLastChange(inquiry: Inquiry, accountId: string, demand: Carrying): LastChange {
  const { nowMs, watched } = inquiry;
  const policyRead = policyAuditsRead(nowMs);
  const policyAudits = inquiry.find(policyRead);
  const userReads = userChangesOf(demand, accountId).map((kind) => userAuditsRead(kind, nowMs));
  const asked = userReads.map((read) => ({ read, found: inquiry.find(read) }));
  const userMs = asked.flatMap(({ found }) => timesOf(found, isAbout(accountId)));
  const seenMs = listOf(timeOf(watched.policyChangeSeenAt));
  const carriers = demand.kind === 'policy' ? demand.carriers : [];
  const stampsMs = carriers.flatMap((carrier) => carriedSince(carrier, policyAudits));
  const isTogether = demand.kind === 'policy' && demand.together;
  const unstamped = isTogether ? stampsMs.length < carriers.length : stampsMs.length === 0;
  const carriedMs = unstamped ? [...seenMs, ...stampsMs] : [since(stampsMs, isTogether)];
  const ruleMs = timesOf(policyAudits, isRuleChange);
  const watchedIt = unstamped && seenMs.length > 0;
  const needed =
    carriers.length > 0 && unstamped ? [{ read: policyRead, found: policyAudits }] : [];
  const mustKnow = demand.kind === 'per-user' && watchedIt ? [] : asked;
  return {
    ...latest('anyMs', [...carriedMs, ...userMs, ...stampsMs, ...ruleMs, ...seenMs]),
    ...latest('carriedSinceMs', [...carriedMs, ...userMs]),
    ...firstUnread([...mustKnow, ...(watchedIt ? [] : needed)]),
    audits: [policyAudits, ...asked.map(({ found }) => found)],
  };
}

/** One rule that is old enough will do; of rules that only together ask always, all must be. */
function since(stampsMs: readonly number[], isTogether: boolean): number {
  return isTogether ? Math.max(...stampsMs) : Math.min(...stampsMs);
}

function listOf(ms: number | undefined): number[] {
  return ms === undefined ? [] : [ms];
}

function latest<Key extends 'anyMs' | 'carriedSinceMs'>(
  key: Key,
  timesMs: readonly number[],
): Partial<Record<Key, number>> {
  const found: Partial<Record<Key, number>> = {};
  if (timesMs.length > 0) found[key] = Math.max(...timesMs);
  return found;
}

/** The carrier's own stamp, or a later entry of the audit log about it; none when neither is there. */
function carriedSince(carrier: PolicyReading, audits: Found<Audit[]>): number[] {
  const logged = timesOf(audits, isAbout(carrier.policy.id));
  const times = [...listOf(stampOf(carrier)), ...logged];
  return times.length > 0 ? [Math.max(...times)] : [];
}

type Asked = Readonly<{ read: Read; found: Found<unknown> }>;

function firstUnread(asked: readonly Asked[]): Pick<LastChange, 'unread'> {
  for (const { read, found } of asked) {
    if (found.kind !== 'fact') return { unread: { unread: found, read } };
  }
  return {};
}
