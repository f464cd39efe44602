import type { Found } from '@/utils/domain/check.ts';
import type { Evidence, Needs, Outcome, Reason } from '@/utils/domain/outcome.ts';
import type { Read } from '@/utils/domain/read.ts';
import { type Words, words } from '@/utils/domain/words.ts';

export type Known<Fact> = Extract<Found<Fact>, { kind: 'fact' }>;
/** Everything `find` can answer that is not a fact. */
export type Unread = Exclude<Found<unknown>, { kind: 'fact' }>;

/** Why a read that gave no fact gave none. A 404 where something must be is unexpected. */
export function reasonOf(unread: Unread): Reason {
  if (unread.kind === 'unknown') return unread.reason;
  return unread.kind === 'absent' ? 'unexpected-response' : 'not-measured-yet';
}

/** What would let the read give its fact. */
export function needsOf(unread: Unread, read: Read): Needs {
  if (unread.kind === 'unknown' && unread.needs) return unread.needs;
  return { scopes: read.scopes, ...(read.roles ? { roles: read.roles } : {}) };
}

/** The trace that a read was tried and gave nothing. */
export function unreadEvidence(unread: Unread): Evidence[] {
  if (unread.kind === 'pending') return [];
  return [unread.observe(words(unread.kind === 'absent' ? 'seen.absent' : 'seen.unreadable'))];
}

/** `cannot-tell`, because one read gave no fact. */
export function blind(
  unread: Unread,
  read: Read,
  summary: Words,
  evidence: readonly Evidence[] = [],
): Outcome {
  return {
    status: 'cannot-tell',
    reason: reasonOf(unread),
    needs: needsOf(unread, read),
    summary,
    evidence: [...evidence, ...unreadEvidence(unread)],
  };
}

/** `cannot-tell`, because what was read does not decide it. */
export function undecided(
  read: Read,
  summary: Words,
  evidence: readonly Evidence[],
  notes: readonly Words[] = [],
): Outcome {
  return {
    status: 'cannot-tell',
    reason: 'unexpected-response',
    needs: { scopes: read.scopes, ...(read.roles ? { roles: read.roles } : {}) },
    summary,
    evidence,
    ...withNotes(notes),
  };
}

/** Notes only when there are some, so that an outcome without is without the key. */
export function withNotes(notes: readonly Words[]): Readonly<{ notes?: readonly Words[] }> {
  return notes.length > 0 ? { notes } : {};
}
