/** JSON as Graph takes it. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * Which of Microsoft's throttling limits a read counts against
 * (https://learn.microsoft.com/graph/throttling-limits).
 * `conditional-access`: one request a second for the whole tenant, without Retry-After.
 * `reports`: five requests in ten seconds. `directory`: thousands.
 */
export type Budget = 'directory' | 'reports' | 'conditional-access';

/**
 * One Graph request a check needs. Only reads can be expressed: a `POST` names one of Graph's own
 * queries (`checkMemberGroups`, What-If `evaluate`).
 */
export type Read<Fact = unknown> = Readonly<{
  method: 'GET' | 'POST';
  version: 'v1.0' | 'beta';
  /** Relative to the version, query included, e.g. `/users/{id}?$select=id`. */
  path: `/${string}`;
  /** Body of a `POST` query. */
  body?: Json;
  /** Follow `@odata.nextLink` and hand `parse` one `{ value: [...] }`. */
  paged?: boolean;
  /**
   * The answer follows from other reads of the same check (What-If from policies and memberships):
   * while they read as before, it is not asked for again for an hour.
   */
  derived?: boolean;
  /** Delegated permissions, any one of which allows the read; the least first. */
  scopes: readonly [string, ...string[]];
  /** Entra roles the reader may need on top, any one of them; for the words of `role-missing`. */
  roles?: readonly string[];
  budget: Budget;
  /** Fields of the response that the fact holds; they become part of the evidence. */
  fields: readonly string[];
  /** Turns the untrusted body into a fact, or throws. */
  parse: (body: unknown) => Fact;
}>;

/** Identity of a read: two checks that need the same request share one answer. */
export function readKey(read: Read): string {
  const body = read.body === undefined ? '' : ` ${JSON.stringify(read.body)}`;
  return `${read.method} /${read.version}${read.path}${body}`;
}

/** What came back for one read, before anyone judges it. Serialisable: an evidence file is these. */
export type ReadResult =
  | Readonly<{ kind: 'answer'; body: unknown; observedAt: string; requestId?: string }>
  | Readonly<{
      kind: 'refused';
      /** HTTP status; 0 when there was no response. */
      status: number;
      /** Graph's `error.code`, possibly empty. */
      code: string;
      message: string;
      observedAt: string;
      requestId?: string;
    }>
  /** Not sent: the token holds none of the scopes the read needs. */
  | Readonly<{ kind: 'not-consented'; missing: readonly string[]; observedAt: string }>
  /** Not sent: nobody is signed in. */
  | Readonly<{ kind: 'signed-out'; observedAt: string }>;

/** All that was read, by `readKey`. */
export type Findings = Readonly<Record<string, ReadResult>>;
