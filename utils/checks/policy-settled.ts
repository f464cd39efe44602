import type { Check, Found, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { POLICY_LAG } from './data/waits.ts';
import type { Audit } from './reads/audits.ts';
import { carriedDemandReads, findCarriedDemand } from './rules/carried-demand.ts';
import { requireAccount } from './rules/find-account.ts';
import type { LastChange } from './rules/last-change.ts';
import { waitSince } from './rules/wait.ts';

/**
 * The rule that demands MFA has had its ten minutes since it, or anything that decides whom it is
 * about, last changed. A rule that nobody touched for longer is settled at once.
 */
export const check: Check = {
  id: 'policy-settled',
  judge,
  onRecord: true,
  sources: [
    'https://docs.work365apps.com/page/mfa-setup-for-integration-account',
    'https://learn.microsoft.com/entra/identity/conditional-access/concept-continuous-access-evaluation',
    'https://learn.microsoft.com/graph/api/directoryaudit-list',
  ],
};

/** Clocks apart by less than this are the same. */
const SKEW_MS = 60_000;

function judge(inquiry: Inquiry): Outcome {
  const found = requireAccount(inquiry, carriedDemandReads(inquiry.nowMs));
  if (found.kind === 'stop') return found.outcome;
  const carried = findCarriedDemand(inquiry, found.account, 'policy-settled');
  if (carried.kind === 'stop') return carried.outcome;
  const evidence = [...carried.evidence, ...auditEvidence(carried.change)];
  return judgeChange(carried.change, evidence, inquiry.nowMs);
}

function auditEvidence({ audits, anyMs }: LastChange): Evidence[] {
  const at = anyMs === undefined ? undefined : new Date(anyMs).toISOString();
  const observed = at ? words('seen.last-change', { at }) : words('seen.no-change');
  const observe = (found: Found<Audit[]>) =>
    found.kind === 'fact' ? [found.observe(observed)] : [];
  return audits.flatMap(observe);
}

function judgeChange({ anyMs }: LastChange, evidence: readonly Evidence[], nowMs: number): Outcome {
  const sessions = words('policy-settled.sessions-lag');
  if (anyMs === undefined) {
    const summary = words('policy-settled.long-ago');
    return { status: 'done', summary, evidence, notes: [sessions] };
  }
  const at = new Date(anyMs).toISOString();
  const wait = waitSince(anyMs, POLICY_LAG, nowMs);
  if (!wait) {
    const summary = words('policy-settled.settled', { at });
    return { status: 'done', summary, evidence, notes: [sessions] };
  }
  const isUsual = nowMs >= Date.parse(wait.expectedBy);
  const clock: Words[] = anyMs > nowMs + SKEW_MS ? [words('policy-settled.clock', { at })] : [];
  return {
    status: 'in-progress',
    summary: words(isUsual ? 'policy-settled.usually-ready' : 'policy-settled.waiting', { at }),
    evidence,
    notes: [...clock, sessions],
    ...wait,
  };
}
