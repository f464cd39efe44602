import type { Check, Inquiry } from '@/utils/domain/check.ts';
import type { Evidence, Outcome } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { subscribedSkusRead } from './reads/licences.ts';
import { policiesRead } from './reads/policies.ts';
import { type Demand, decideDemand } from './rules/decide-demand.ts';
import { DEMAND_READS, type DemandFacts, findDemand } from './rules/demand.ts';
import {
  conditionalBlocks,
  demandEvidence,
  nameOf,
  nearMisses,
  unsureNotes,
  whyNot,
} from './rules/demand-words.ts';
import { requireAccount } from './rules/find-account.ts';
import { othersNote } from './rules/other-users.ts';
import { blind, undecided, withNotes } from './rules/outcomes.ts';
import { usableSkus } from './rules/premium.ts';

/**
 * Every sign-in of the account to Partner Center needs MFA: Microsoft's What-If and our own
 * reading of the policies agree, or per-user MFA is enforced.
 */
export const check: Check = {
  id: 'mfa-required',
  judge,
  sources: [
    'https://learn.microsoft.com/graph/api/conditionalaccessroot-evaluate',
    'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies',
    'https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userstates',
    'https://learn.microsoft.com/entra/fundamentals/security-defaults',
    'https://docs.work365apps.com/docs/microsoft-partner-center',
  ],
};

function judge(inquiry: Inquiry): Outcome {
  const found = requireAccount(inquiry, DEMAND_READS);
  if (found.kind === 'stop') return found.outcome;
  const { account } = found;
  const facts = findDemand(inquiry, account);
  const demand = decideDemand(facts, account.id);
  if (demand.kind === 'security-defaults') return defaultsAlone(inquiry, facts, account.signInName);
  return say(demand, facts, account.signInName);
}

type Sayable = Exclude<Demand, { kind: 'security-defaults' }>;

function say(demand: Sayable, facts: DemandFacts, account: string): Outcome {
  const evidence = demandEvidence(facts);
  const values = { account };
  const notes = conditionalBlocks(facts);
  switch (demand.kind) {
    case 'policy':
      return required('mfa-required.by-policy', demand, facts, account);
    case 'per-user':
      return {
        status: 'done',
        summary: words('mfa-required.per-user', values),
        evidence,
        notes: [words('mfa-required.per-user-and-policies'), ...notes],
      };
    case 'blocked':
      return required('mfa-required.blocked', demand, facts, account);
    case 'per-user-enabled': {
      const summary = words('mfa-required.per-user-enabled', values);
      const fix = words('mfa-required.per-user-enabled.fix');
      const page = 'entra/per-user-mfa';
      return { status: 'in-progress', summary, evidence, fix, page, ...withNotes(notes) };
    }
    case 'disagree':
      return undecided(policiesRead, words('mfa-required.disagree', values), evidence, [
        ...readingsSaid(facts),
        ...notes,
      ]);
    case 'unsure':
      return unsure(facts, account);
    case 'blind':
      return blind(demand.unread, demand.read, words('mfa-required.unreadable', values), evidence);
    case 'not-demanded':
      return notDemanded(facts, account, evidence, notes);
  }
}

/**
 * Security defaults ask now and then. With Entra ID P1 a policy takes their place, and they must be
 * off before one can be on; without it, MFA is enforced on the account itself and they stay on.
 * They protect everybody, so whoever turns them off is told so in the same breath.
 */
function defaultsAlone(inquiry: Inquiry, facts: DemandFacts, account: string): Outcome {
  const skus = inquiry.find(subscribedSkusRead);
  const hasPremium = skus.kind === 'fact' && usableSkus(skus.fact).length > 0;
  const way = hasPremium ? 'policy' : 'per-user';
  return {
    status: 'in-progress',
    summary: words('mfa-required.security-defaults', { account }),
    evidence: demandEvidence(facts),
    fix: words(`mfa-required.security-defaults.${way}`),
    page: hasPremium ? 'entra/tenant-properties' : 'entra/per-user-mfa',
    notes: [
      ...(hasPremium ? [words('mfa-required.security-defaults.instead')] : []),
      ...conditionalBlocks(facts),
    ],
  };
}

/** One policy decides for every sign-in: it demands MFA, or refuses. */
function required(
  id: string,
  { kind, carriers }: Extract<Demand, { kind: 'policy' | 'blocked' }>,
  facts: DemandFacts,
  account: string,
): Outcome {
  const policy = carriers.map(nameOf).join(', ');
  const said = { summary: words(id, { account, policy }), evidence: demandEvidence(facts) };
  if (kind === 'blocked')
    return { status: 'not-done', ...said, fix: words(`${id}.fix`, { policy }) };
  return {
    status: 'done',
    ...said,
    ...withNotes([...halfNotes(facts), ...othersNote(facts), ...conditionalBlocks(facts)]),
  };
}

/** Only one of the two readings carries the verdict. */
function halfNotes({ whatIf, local }: DemandFacts): Words[] {
  if (whatIf.kind === 'unread') return [words('mfa-required.without-what-if')];
  if (local.kind === 'unread') return [words('mfa-required.without-policies')];
  if (whatIf.judgement.verdict === 'unsure') return [words('mfa-required.what-if-unsure')];
  return local.judgement.verdict === 'unsure' ? [words('mfa-required.local-unsure')] : [];
}

function readingsSaid({ whatIf, local }: DemandFacts): Words[] {
  const verdictOf = (half: typeof local) =>
    half.kind === 'judged' ? half.judgement.verdict : 'unsure';
  return [
    words(`seen.what-if-${verdictOf(whatIf)}`, { policy: policyOf(whatIf) }),
    words(`seen.policies-${verdictOf(local)}`, { policy: policyOf(local) }),
  ];
}

function policyOf(half: DemandFacts['local']): string {
  const [carrier] = half.kind === 'judged' ? half.judgement.carriers : [];
  return carrier ? nameOf(carrier) : '';
}

/** Something of a policy cannot be read, or whether several leave a gap between them. */
function unsure(facts: DemandFacts, account: string): Outcome {
  const notes = unsureNotes(facts);
  const evidence = demandEvidence(facts);
  if (notes.length > 0) {
    return undecided(policiesRead, words('mfa-required.unsure', { account }), evidence, notes);
  }
  const way = [words('mfa-required.gap-unsure.note')];
  return undecided(policiesRead, words('mfa-required.gap-unsure'), evidence, way);
}

const MOST_NOTES = 3;

function notDemanded(
  facts: DemandFacts,
  account: string,
  evidence: readonly Evidence[],
  notes: readonly Words[],
): Outcome {
  const [nearest, ...others] = nearMisses(facts);
  if (!nearest) {
    return {
      status: 'not-done',
      summary: words('mfa-required.none', { account }),
      evidence,
      ...withNotes([...othersNote(facts), ...notes]),
    };
  }
  const why = (reading: typeof nearest) =>
    words(`mfa-required.why.${whyNot(reading)}`, { policy: nameOf(reading), account });
  const values = { policy: nameOf(nearest), account };
  return {
    status: 'not-done',
    summary: why(nearest),
    fix: words(`mfa-required.fix.${whyNot(nearest)}`, values),
    evidence,
    ...withNotes([...others.slice(0, MOST_NOTES).map(why), ...notes]),
  };
}
