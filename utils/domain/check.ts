import type { Evidence, Needs, Outcome, Reason } from './outcome.ts';
import type { Read } from './read.ts';
import type { Words } from './words.ts';

/** What only the administrator knows. */
export type Answers = Readonly<{
  partnerTier?: 'direct' | 'indirect';
  /** Sign-in name (UPN) of the integration account, existing or to be created. */
  integrationAccount?: string;
}>;

/** The signed-in reader, from the token. */
export type Identity = Readonly<{
  tenantId: string;
  /** Object id of the user. */
  userId: string;
  username: string;
  /** Delegated permissions the token really holds. */
  scopes: readonly string[];
}>;

/** What was watched happening in a portal: never proof, only a reason to wait before saying no. */
export type Watched = Readonly<{
  /** When a ringed control of the step was last used, ISO 8601, by step id. */
  actionAt?: Readonly<Record<string, string>>;
  /**
   * When a reading of the tenant's MFA rules was first seen to differ from the one before,
   * ISO 8601. Absent when no change was watched happening.
   */
  policyChangeSeenAt?: string;
}>;

/** The answer to `find`: known, known to be absent (404), unknowable for a reason, or not yet read. */
export type Found<Fact> =
  | Readonly<{ kind: 'fact'; fact: Fact; observe: (observed: Words) => Evidence }>
  | Readonly<{ kind: 'absent'; observe: (observed: Words) => Evidence }>
  | Readonly<{
      kind: 'unknown';
      reason: Reason;
      needs?: Needs;
      observe: (observed: Words) => Evidence;
    }>
  | Readonly<{ kind: 'pending' }>;

/**
 * Everything a check may ask. `find` on a read that was not made yet answers `pending` and makes
 * the reader fetch it; the check is then judged again. So a check asks for all it may need first
 * and branches afterwards, and reads of all checks travel together.
 */
export type Inquiry = Readonly<{
  answers: Answers;
  identity: Identity | undefined;
  /** The tenant the organisation fixed by policy, or the administrator on the options page. */
  expectedTenantId?: string;
  watched: Watched;
  /** Milliseconds since the epoch. */
  nowMs: number;
  find: <Fact>(read: Read<Fact>) => Found<Fact>;
}>;

/**
 * A question about the tenant that Microsoft Graph can answer. `judge` is pure and total: the same
 * inquiry gives the same outcome, in the browser and over a saved evidence file. While something is
 * `pending` its result is thrown away, so any outcome may be returned then.
 */
export type Check = Readonly<{
  /** The step it proves; equals the file name. */
  id: string;
  judge: (inquiry: Inquiry) => Outcome;
  /**
   * What it proves is on record in logs of what happened: a record comes minutes late, and once
   * there it stays true while the tenant's rules read as before.
   */
  onRecord?: true;
  /** The pages of documentation that justify the judgement. */
  sources: readonly [string, ...string[]];
}>;
