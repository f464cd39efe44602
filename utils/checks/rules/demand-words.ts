import type { Evidence } from '@/utils/domain/outcome.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import type { DemandFacts } from './demand.ts';
import { has, type Obstacle, type PolicyReading } from './obstacles.ts';
import { unreadEvidence } from './outcomes.ts';
import type { Half } from './what-if-half.ts';

export function nameOf({ policy }: PolicyReading): string {
  return policy.displayName || policy.id;
}

/** Everything that was read, each with what it says. */
export function demandEvidence(facts: DemandFacts): Evidence[] {
  const { scenes, policies, defaults, perUser } = facts;
  const whatIf = saidBy('what-if', facts.whatIf);
  const local = saidBy('policies', facts.local);
  return [
    ...scenes.flatMap((scene) =>
      scene.kind === 'fact' ? [scene.observe(whatIf)] : unreadEvidence(scene),
    ),
    ...(policies.kind === 'fact' ? [policies.observe(local)] : unreadEvidence(policies)),
    ...(defaults.kind === 'fact'
      ? [defaults.observe(words(`seen.defaults-${defaults.fact.isEnabled ? 'on' : 'off'}`))]
      : unreadEvidence(defaults)),
    ...(perUser.kind === 'fact'
      ? [perUser.observe(words(`seen.per-user-${perUser.fact.perUserMfaState}`))]
      : unreadEvidence(perUser)),
  ];
}

function saidBy(who: 'what-if' | 'policies', half: Half): Words {
  if (half.kind === 'unread') return words('seen.unreadable');
  const { verdict, carriers } = half.judgement;
  const [carrier] = carriers;
  return words(`seen.${who}-${verdict}`, carrier ? { policy: nameOf(carrier) } : undefined);
}

/** How far an obstacle is from being removed; the nearest policy is the one to talk about. */
const DISTANCE: Readonly<Record<string, number>> = {
  'report-only': 1,
  'app-not-included': 6,
  'app-excluded': 3,
  'user-excluded': 3,
  'not-applied': 6,
  off: 5,
  'user-not-included': 6,
};

function distance({ grant, obstacles }: PolicyReading): number {
  const steps = obstacles.map(({ id }) => DISTANCE[id] ?? 2);
  return steps.reduce((sum, step) => sum + step, grant === 'or' ? 2 : 0);
}

/** Policies that speak of MFA and still do not demand it always, the nearest first. */
export function nearMisses(facts: DemandFacts): PolicyReading[] {
  const half = facts.local.kind === 'judged' ? facts.local : facts.whatIf;
  if (half.kind === 'unread') return [];
  return half.judgement.readings
    .filter(({ grant }) => grant === 'mfa' || grant === 'or' || grant === 'unsure')
    .sort((one, other) => distance(one) - distance(other));
}

/** Why a policy does not demand MFA at every sign-in: the first thing to change. */
export function whyNot(reading: PolicyReading): string {
  const first: Obstacle | undefined = reading.obstacles[0];
  return first?.id ?? (reading.grant === 'or' ? 'or-grant' : 'strength-unknown');
}

/** What cannot be read of each policy that may demand MFA. */
export function unsureNotes(facts: DemandFacts): Words[] {
  return nearMisses(facts).flatMap((reading) => {
    const unread = reading.obstacles.find(({ kind }) => kind === 'unsure');
    if (has(reading, 'reach') || (reading.grant !== 'unsure' && !unread)) return [];
    const values = { policy: nameOf(reading) };
    return [words(`mfa-required.why.${unread?.id ?? 'strength-unknown'}`, values)];
  });
}

/** Policies that refuse the account's sign-in under some condition; worth knowing in any case. */
export function conditionalBlocks(facts: DemandFacts): Words[] {
  const half = facts.local.kind === 'judged' ? facts.local : facts.whatIf;
  if (half.kind === 'unread') return [];
  const isUsual = ({ id }: Obstacle) => id === 'client-apps' || id === 'authentication-flows';
  return half.judgement.readings
    .filter(
      ({ grant, obstacles }) =>
        grant === 'blocks' &&
        obstacles.every(({ kind }) => kind !== 'reach') &&
        obstacles.length > 0 &&
        !obstacles.some(isUsual),
    )
    .map((reading) => words('mfa-required.blocks-sometimes', { policy: nameOf(reading) }));
}
