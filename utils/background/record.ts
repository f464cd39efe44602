import type { Outcome, Reason } from '../domain/outcome.ts';
import type { Progress } from '../domain/progress.ts';
import type { Findings } from '../domain/read.ts';
import { toLocal } from '../domain/times.ts';
import { words } from '../domain/words.ts';
import { recordOutcome } from '../state/progress.ts';
import {
  EMPTY_TENANT,
  type Local,
  type State,
  type TenantState,
  tenantOf,
  withTenant,
} from '../state/stored.ts';
import { domainsIn, rulesChanged, rulesIn, tenantNameIn } from './findings.ts';

export type Outcomes = Readonly<Record<string, Outcome>>;

/** What a look has come to, or has come to so far. */
export type Judged = Readonly<{
  outcomes: Outcomes;
  /** What was read in this look, without what stood as it was read before. */
  read: Findings;
  /** When the look began, ISO 8601: what happened since may not be in it. */
  beganIso: string;
}>;

/** What a look found, and with which permissions. */
type Seen = Judged &
  Readonly<{
    findings: Findings;
    scopes: readonly string[];
    /** All steps were looked at. */
    isWhole: boolean;
    /** How far Microsoft's clock is ahead of this computer's, milliseconds. */
    skewMs: number;
  }>;

/** The person, tenant and answers that verdicts rest on are the same. */
export function isSameGround(one: Local, other: Local): boolean {
  const ground = (local: Local) => {
    const { partnerTier, integrationAccount } = tenantOf(local).answers;
    return [local.account?.tenantId, local.account?.userId, partnerTier, integrationAccount];
  };
  const others = ground(other);
  return ground(one).every((part, index) => part === others[index]);
}

/**
 * Verdicts as soon as they are in, together with the change of the rules that they may be the first
 * to show: should the worker die before the look has ended, the next one must not take that change
 * for one of its own time, and the wait that was shown would begin anew.
 */
export function withJudged(state: State, judged: Judged, nowIso: string): State {
  const { outcomes, read, beganIso } = judged;
  const local = withTenant(state.local, (tenant) => withRules(tenant, read, nowIso));
  return withOutcomes({ ...state, local }, outcomes, beganIso);
}

/** @param beganIso When the look began that gave the verdicts, ISO 8601. */
function withOutcomes(state: State, outcomes: Outcomes, beganIso: string): State {
  const local = withTenant(state.local, (tenant) => judgedTenant(tenant, outcomes, beganIso));
  const offline = isOffline(tenantOf(local).progress);
  return { local: movedOn(local, state.local), session: { ...state.session, offline } };
}

/** All that a look found. */
export function withSeen(before: State, seen: Seen, nowIso: string): State {
  const { findings, scopes, isWhole, skewMs } = seen;
  const state = withJudged(before, seen, nowIso);
  const local = withTenant(state.local, (tenant) => ({
    ...fold(tenant, findings),
    ...(isWhole ? { checkedAt: toLocal(nowIso, skewMs) } : {}),
  }));
  return { local, session: { ...state.session, findings, scopes, skewMs } };
}

/** Nothing could be read: each step says so, and keeps what was last known. */
export function withBlindness(
  state: State,
  checkIds: readonly string[],
  reason: Reason,
  nowIso: string,
): State {
  const outcome: Outcome = {
    status: 'cannot-tell',
    reason,
    summary: words(`outcome.${reason}`),
    evidence: [],
  };
  return withOutcomes(state, Object.fromEntries(checkIds.map((id) => [id, outcome])), nowIso);
}

/** Spent is spent, whoever is signed in by now. */
export function withBudget({ local, session }: State, tenantId: string, budget: unknown): State {
  const tenant = { ...(local.tenants[tenantId] ?? EMPTY_TENANT), budget };
  return { session, local: { ...local, tenants: { ...local.tenants, [tenantId]: tenant } } };
}

function judgedTenant(tenant: TenantState, outcomes: Outcomes, nowIso: string): TenantState {
  const record = (progress: Progress, [id, outcome]: readonly [string, Outcome]) =>
    recordOutcome(progress, id, outcome, nowIso);
  return { ...tenant, progress: Object.entries(outcomes).reduce(record, tenant.progress) };
}

/**
 * The tenant's MFA rules as they read now. What stood unread is left out: it may be older than what
 * is kept, and must not look like a change.
 */
export function withRules(tenant: TenantState, read: Findings, nowIso: string): TenantState {
  const { rules: before = {}, watched } = tenant;
  const rules = rulesIn(read);
  const changed = rulesChanged(before, rules) ? { policyChangeSeenAt: nowIso } : {};
  return { ...tenant, watched: { ...watched, ...changed }, rules: { ...before, ...rules } };
}

/** What else the answers tell of the tenant. */
function fold(tenant: TenantState, findings: Findings): TenantState {
  const domains = domainsIn(findings);
  const tenantName = tenantNameIn(findings);
  return {
    ...tenant,
    ...(domains.length > 0 ? { domains } : {}),
    ...(tenantName ? { tenantName } : {}),
  };
}

/** An opened step that has become done is closed, so that the guide goes on by itself. */
function movedOn(after: Local, before: Local): Local {
  const id = after.openStepId;
  if (!id) return after;
  const wasDone = tenantOf(before).progress[id]?.outcome.status === 'done';
  const isDone = tenantOf(after).progress[id]?.outcome.status === 'done';
  if (wasDone || !isDone) return after;
  const { openStepId: _, ...rest } = after;
  return rest;
}

function isOffline(progress: Progress): boolean {
  return Object.values(progress).some(
    ({ outcome }) => outcome.status === 'cannot-tell' && outcome.reason === 'offline',
  );
}
