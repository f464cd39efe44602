import type { Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import type { Read } from '@/utils/domain/read.ts';
import { words } from '@/utils/domain/words.ts';
import { policyAuditsRead } from '../reads/audits.ts';
import { policiesRead } from '../reads/policies.ts';
import { type Demand, decideDemand } from './decide-demand.ts';
import { DEMAND_READS, findDemand } from './demand.ts';
import { demandEvidence } from './demand-words.ts';
import type { AccountSeen } from './find-account.ts';
import { type Carrying, findLastChange, type LastChange } from './last-change.ts';
import { blind, undecided } from './outcomes.ts';

export type Carried =
  | Readonly<{ kind: 'carried'; demand: Carrying; change: LastChange; evidence: Evidence[] }>
  /** A step that builds on the demand cannot be done: the outcome says why. */
  | Readonly<{ kind: 'stop'; outcome: Outcome }>;

/** What of it needs no account. */
export function carriedDemandReads(nowMs: number): readonly Read[] {
  return [...DEMAND_READS, policyAuditsRead(nowMs)];
}

/** For steps that are about a demand already made: what carries it, and since when. */
export function findCarriedDemand(inquiry: Inquiry, account: AccountSeen, stepId: string): Carried {
  const facts = findDemand(inquiry, account);
  const demand = decideDemand(facts, account.id);
  const evidence = demandEvidence(facts);
  if (demand.kind !== 'policy' && demand.kind !== 'per-user') {
    return { kind: 'stop', outcome: notCarried(demand, stepId, evidence) };
  }
  const change = findLastChange(inquiry, account.id, demand);
  if (!change.unread) return { kind: 'carried', demand, change, evidence };
  const { unread, read } = change.unread;
  const summary = words('last-change.unreadable');
  return { kind: 'stop', outcome: blind(unread, read, summary, evidence) };
}

function notCarried(
  demand: Exclude<Demand, Carrying>,
  stepId: string,
  evidence: readonly Evidence[],
): Outcome {
  switch (demand.kind) {
    case 'blind':
      return blind(demand.unread, demand.read, words('last-change.demand-unreadable'), evidence);
    case 'disagree':
    case 'unsure':
      return undecided(policiesRead, words('last-change.demand-unreadable'), evidence);
    case 'security-defaults':
    case 'per-user-enabled':
      return { status: 'in-progress', summary: words(`${stepId}.not-required-yet`), evidence };
    case 'blocked':
    case 'not-demanded':
      return {
        status: 'not-done',
        summary: words(`${stepId}.not-required-yet`),
        fix: words('last-change.require-first'),
        evidence,
      };
  }
}
