import type { Words } from './words.ts';

/** Why a step cannot be judged. A closed list: each reason has exactly one remedy in the panel. */
export const REASONS = [
  'signed-out',
  'consent-required',
  'role-missing',
  'licence-missing',
  'throttled',
  'offline',
  'not-in-this-cloud',
  'wrong-tenant',
  'unexpected-response',
  'not-measured-yet',
] as const;
export type Reason = (typeof REASONS)[number];

/** One thing that was observed, kept so that anyone can check our claim by hand. */
export type Evidence = Readonly<{
  /** Method, version and path, e.g. `GET /v1.0/users/{upn}?$select=…`. Never holds a token. */
  request: string;
  /** Names of the fields the verdict rests on. */
  fields: readonly string[];
  /** What was seen, in words an administrator recognises. */
  observed: Words;
  /** When the response was received, ISO 8601 in UTC. */
  observedAt: string;
  /** Microsoft's own id of the request, for a support case. */
  requestId?: string;
}>;

type Said = Readonly<{
  /** The verdict in one sentence. */
  summary: Words;
  evidence: readonly Evidence[];
  /** What else the reader should know: contradictions between sources, retirements, lag. */
  notes?: readonly Words[];
}>;

/** What would let Waymark know, where it cannot tell. */
export type Needs = Readonly<{
  /** Microsoft Graph delegated permissions, any one of which would do. */
  scopes?: readonly string[];
  /** Names of Microsoft Entra roles, any one of which would do. */
  roles?: readonly string[];
  /** Products the tenant would have to own, any one of which would do. */
  licences?: readonly string[];
}>;

/**
 * The verdict on one step. `cannot-tell` is not a failure: nobody may conclude anything from it.
 * Only evidence that entails the step's truth makes it `done`.
 */
export type Outcome =
  | (Said & Readonly<{ status: 'done' }>)
  | (Said &
      Readonly<{
        status: 'not-done';
        /** What to change, in one sentence. */
        fix?: Words;
        /** `<portal>/<page>` where the change is made, when it is not the step's own page. */
        page?: `${string}/${string}`;
      }>)
  | (Said &
      Readonly<{
        status: 'in-progress';
        /** When it is usually true, ISO 8601. Absent: nothing to wait for, read the summary. */
        expectedBy?: string;
        /** When waiting longer is no use, ISO 8601. */
        latestBy?: string;
        /** When the wait began, ISO 8601. */
        since?: string;
        /** What to change, in one sentence, where waiting alone will not do. */
        fix?: Words;
        /** `<portal>/<page>` where the change is made, when it is not the step's own page. */
        page?: `${string}/${string}`;
      }>)
  | (Said & Readonly<{ status: 'not-applicable' }>)
  | (Said & Readonly<{ status: 'cannot-tell'; reason: Reason; needs?: Needs }>);

export type OutcomeStatus = Outcome['status'];
