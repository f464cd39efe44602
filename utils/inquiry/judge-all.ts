import type { Check, Inquiry } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import { type Findings, type Read, readKey } from '@/utils/domain/read.ts';
import { words } from '@/utils/domain/words.ts';
import { found, refusalOf } from './found.ts';

/** Everything a judgement rests on besides what was read. */
export type InquiryContext = Omit<Inquiry, 'find'>;

/** The reads of one check, by `readKey`. */
export type Asked = ReadonlyMap<string, Read>;

/** By check id. */
export type Blind = Readonly<Record<string, 'passing' | 'lasting'>>;

export type Judged = Readonly<{
  /** By check id; only checks that had all they asked for. */
  outcomes: Readonly<Record<string, Outcome>>;
  /** What the other checks still ask for, each request once. */
  pending: readonly Read[];
  /** What each check asked for, by check id. */
  asked: ReadonlyMap<string, Asked>;
  /** Checks that would know more if Graph answered, and whether that is likely to pass by itself. */
  blind: Blind;
}>;

/** The verdict of a check that could not come to one. */
export const UNDECIDED: Outcome = {
  status: 'cannot-tell',
  reason: 'unexpected-response',
  summary: words('outcome.unexpected-response'),
  evidence: [],
};

/** A check is total; should one throw, only its own step is blind. */
function judge(check: Check, inquiry: Inquiry): Outcome {
  try {
    return check.judge(inquiry);
  } catch {
    return UNDECIDED;
  }
}

function judgeOne(check: Check, context: InquiryContext, findings: Findings) {
  const asked = new Map<string, Read>();
  const find: Inquiry['find'] = (read) => {
    const key = readKey(read);
    asked.set(key, read);
    const result = findings[key];
    return result ? found(read, result) : { kind: 'pending' };
  };
  const outcome = judge(check, { ...context, find });
  return { outcome, asked };
}

function blindness(asked: Asked, outcome: Outcome, findings: Findings) {
  const refusals = [...asked].flatMap(([key, read]) => {
    const result = findings[key];
    return (result && refusalOf(read, result)) ?? [];
  });
  if (refusals.includes('passing')) return 'passing';
  return refusals.length > 0 && outcome.status === 'cannot-tell' ? 'lasting' : undefined;
}

/**
 * Judges every check over what was found so far. Pure: over a saved evidence file it gives the
 * verdicts of that day.
 */
export function judgeAll(
  checks: readonly Check[],
  context: InquiryContext,
  findings: Findings,
): Judged {
  const outcomes: Record<string, Outcome> = {};
  const pending = new Map<string, Read>();
  const all = new Map<string, Asked>();
  const blind: Record<string, 'passing' | 'lasting'> = {};
  for (const check of checks) {
    const { outcome, asked } = judgeOne(check, context, findings);
    const missing = [...asked].filter(([key]) => !findings[key]);
    for (const [key, read] of missing) pending.set(key, read);
    all.set(check.id, asked);
    if (missing.length === 0) outcomes[check.id] = outcome;
    const blinded = blindness(asked, outcome, findings);
    if (blinded) blind[check.id] = blinded;
  }
  return { outcomes, pending: [...pending.values()], asked: all, blind };
}
