import type { Found, Inquiry } from '@/utils/domain/check.ts';
import type { Read } from '@/utils/domain/read.ts';
import { SCENES, type WhatIfResult, whatIfRead } from '../reads/what-if.ts';
import { type Judgement, judgeReadings, type Verdict } from './judge-readings.ts';
import { has, type PolicyReading } from './obstacles.ts';
import type { Unread } from './outcomes.ts';
import { readWhatIf } from './policy-readings.ts';

/** One reading of Conditional Access, or why there is none. */
export type Half =
  | Readonly<{ kind: 'judged'; judgement: Judgement }>
  | Readonly<{ kind: 'unread'; unread: Unread; read: Read }>;

export type WhatIf = Readonly<{
  half: Half;
  /** What came back for each scene that was asked. */
  scenes: readonly Found<WhatIfResult[]>[];
}>;

/** Our own reading, and whether something it rests on is still on its way. */
type Local = Readonly<{ half: Half; isPending: boolean }>;

/** `sometimes` and `never` are the same no. */
export function simple(verdict: Verdict): 'always' | 'blocked' | 'no' | 'unsure' {
  return verdict === 'sometimes' || verdict === 'never' ? 'no' : verdict;
}

/**
 * Microsoft's reading. The second scene is asked only where it may add something: each question
 * costs the tenant a second (one Conditional Access request a second, all apps together).
 */
export function findWhatIf(inquiry: Inquiry, userId: string, local: Local): WhatIf {
  const [firstRead, secondRead] = SCENES.map((scene) => whatIfRead(userId, scene)) as [
    Read<WhatIfResult[]>,
    Read<WhatIfResult[]>,
  ];
  const first = inquiry.find(firstRead);
  if (first.kind !== 'fact') {
    return { half: { kind: 'unread', unread: first, read: firstRead }, scenes: [first] };
  }
  const one = judgeReadings(readWhatIf([first.fact]));
  if (local.isPending || leavesNoDoubt(one, local.half)) {
    return { half: { kind: 'judged', judgement: one }, scenes: [first] };
  }
  const second = inquiry.find(secondRead);
  const scenes = [first, second];
  if (second.kind !== 'fact') {
    return { half: { kind: 'unread', unread: second, read: secondRead }, scenes };
  }
  const judgement = judgeReadings(readWhatIf([first.fact, second.fact]));
  return { half: { kind: 'judged', judgement }, scenes };
}

/**
 * One scene is enough where both readings say the same and nothing in it hangs on a scene: a policy
 * that by both readings has no condition at all carries it, or no policy is about the account that
 * this scene could not show.
 */
function leavesNoDoubt(whatIf: Judgement, local: Half): boolean {
  if (local.kind === 'unread') return false;
  const { judgement } = local;
  const verdict = simple(whatIf.verdict);
  if (verdict === 'unsure' || verdict !== simple(judgement.verdict)) return false;
  if (verdict === 'no') return whatIf.readings.every(isPlain);
  const carriers = new Set(unconditional(judgement));
  return unconditional(whatIf).some((id) => carriers.has(id));
}

function unconditional({ carriers }: Judgement): string[] {
  return carriers
    .filter(({ conditions }) => conditions.length === 0)
    .map(({ policy }) => policy.id);
}

function isPlain(reading: PolicyReading): boolean {
  return has(reading, 'reach') || reading.grant === 'none' || !has(reading, 'unsure');
}
