import type { Read } from '@/utils/domain/read.ts';
import { perUserMfaRead } from '../reads/per-user-mfa.ts';
import { securityDefaultsRead } from '../reads/security-defaults.ts';
import type { DemandFacts } from './demand.ts';
import type { Judgement, Verdict } from './judge-readings.ts';
import { has, type PolicyReading } from './obstacles.ts';
import type { Unread } from './outcomes.ts';
import { NOT_SHOWN } from './policy-readings.ts';
import { type Half, simple } from './what-if-half.ts';

/** What the facts say together. */
export type Demand =
  | Readonly<{ kind: 'policy'; carriers: readonly PolicyReading[]; together: boolean }>
  | Readonly<{ kind: 'per-user' }>
  | Readonly<{ kind: 'blocked'; carriers: readonly PolicyReading[]; together: boolean }>
  | Readonly<{ kind: 'security-defaults' }>
  | Readonly<{ kind: 'per-user-enabled' }>
  /** Both readings are there and contradict each other. */
  | Readonly<{ kind: 'disagree' }>
  /** It depends on what cannot be read of a policy. */
  | Readonly<{ kind: 'unsure' }>
  | Readonly<{ kind: 'blind'; unread: Unread; read: Read }>
  /** Nothing makes every sign-in need MFA; everything was read. */
  | Readonly<{ kind: 'not-demanded' }>;

/**
 * A half that says yes may carry the answer while the other cannot be read; nothing is concluded
 * from a no before everything is read.
 */
export function decideDemand(facts: DemandFacts, accountId: string): Demand {
  const policies = decidePolicies(facts);
  const perUser = facts.perUser.kind === 'fact' ? facts.perUser.fact.perUserMfaState : undefined;
  if (policies.kind === 'policy' || policies.kind === 'blocked') return policies;
  if (perUser === 'enforced') return decideEnforced(facts, policies);
  if (policies.kind === 'disagree') return policies;
  if (facts.defaults.kind === 'fact' && facts.defaults.fact.isEnabled) {
    return { kind: 'security-defaults' };
  }
  if (perUser === 'enabled') return { kind: 'per-user-enabled' };
  if (policies.kind !== 'not-demanded') return policies;
  if (facts.defaults.kind !== 'fact') {
    return { kind: 'blind', unread: facts.defaults, read: securityDefaultsRead };
  }
  if (facts.perUser.kind !== 'fact') {
    return { kind: 'blind', unread: facts.perUser, read: perUserMfaRead(accountId) };
  }
  return policies;
}

function verdictOf(half: Half): Verdict | undefined {
  return half.kind === 'judged' ? half.judgement.verdict : undefined;
}

/** Where every sign-in may be refused, nobody can be asked for MFA. */
function decideEnforced({ whatIf, local }: DemandFacts, policies: Demand): Demand {
  const mayBeBlocked = [whatIf, local].some(
    (half) => half.kind === 'judged' && half.judgement.mayBlock,
  );
  if (!mayBeBlocked) return { kind: 'per-user' };
  return policies.kind === 'disagree' ? policies : { kind: 'unsure' };
}

function carriedBy(
  { whatIf, local }: DemandFacts,
  verdict: Verdict,
): Readonly<{ carriers: readonly PolicyReading[]; together: boolean }> {
  for (const half of [local, whatIf]) {
    if (half.kind === 'judged' && half.judgement.verdict === verdict) return half.judgement;
  }
  return { carriers: [], together: false };
}

/** A What-If that was only not asked about the right sign-ins leaves the word to our own reading. */
function verdictsOf({ whatIf, local }: DemandFacts): Verdict[] {
  const both = [whatIf, local].flatMap((half) => verdictOf(half) ?? []);
  const isSilent = whatIf.kind === 'judged' && !hasDoubts(whatIf.judgement);
  return verdictOf(whatIf) === 'unsure' && isSilent && local.kind === 'judged'
    ? [local.judgement.verdict]
    : both;
}

function hasDoubts({ readings }: Judgement): boolean {
  return readings.some(
    (reading) =>
      !has(reading, 'reach') &&
      (reading.grant === 'unsure' ||
        reading.obstacles.some(({ kind, id }) => kind === 'unsure' && id !== NOT_SHOWN)),
  );
}

/** Conditional Access alone. */
function decidePolicies(facts: DemandFacts): Demand {
  const verdicts = verdictsOf(facts);
  const definite = new Set(verdicts.filter((verdict) => verdict !== 'unsure').map(simple));
  if (definite.size > 1) return { kind: 'disagree' };
  for (const [verdict, kind] of [
    ['always', 'policy'],
    ['blocked', 'blocked'],
  ] as const) {
    const { carriers, together } = carriedBy(facts, verdict);
    if (definite.has(verdict)) return { kind, carriers, together };
  }
  if (verdicts.includes('unsure')) return unsureBecause(facts);
  return verdicts.length > 0 ? { kind: 'not-demanded' } : blindBecause(facts);
}

/** What-If needs the smaller permission, so its reason is the nearer remedy. */
function blindBecause({ whatIf, local }: DemandFacts): Demand {
  const half = whatIf.kind === 'unread' ? whatIf : local;
  return half.kind === 'unread'
    ? { kind: 'blind', unread: half.unread, read: half.read }
    : { kind: 'unsure' };
}

/** Names the read that would settle it, where it is a membership that is missing. */
function unsureBecause({ local, missing }: DemandFacts): Demand {
  const readings = local.kind === 'judged' ? local.judgement.readings : [];
  const isAboutUser = readings.some(({ obstacles }) =>
    obstacles.some(({ id }) => id === 'user-unknown'),
  );
  const [first] = missing;
  return isAboutUser && first ? { kind: 'blind', ...first } : { kind: 'unsure' };
}
