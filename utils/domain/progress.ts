import type { Outcome } from './outcome.ts';

/** The administrator's word where Graph is blind. Never looks like Graph's. */
export type Attestation = Readonly<{ by: string; at: string; statement: string }>;

/** What is known of one step now, and what was known before. */
export type StepProgress = Readonly<{
  outcome: Outcome;
  /** When this status was first seen without a break, ISO 8601. */
  since: string;
  /** When the look that judged it last began, ISO 8601: a change sent later is not in it. */
  checkedAt: string;
  /** When it was last proved done; kept when it no longer is. */
  lastDoneAt?: string;
  /** The last verdict that was not `cannot-tell`, kept while we are blind. */
  lastKnown?: Readonly<{ outcome: Outcome; at: string }>;
  attestation?: Attestation;
}>;

export type Progress = Readonly<Record<string, StepProgress>>;
