import type { TenantState } from '../tenant/state.ts';
import type { Session } from '../world.ts';

export type Version = 'v1.0' | 'beta';

/** Which service behind Graph answers; each refuses in its own words. */
export type Family = 'directory' | 'policy' | 'methods' | 'audit' | 'report' | 'partner';

/** One authorised request, as a handler sees it. */
export type Call = Readonly<{
  version: Version;
  /** Path and query as asked for, without the version. */
  target: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
  session: Session;
  scopes: readonly string[];
  /** What the directory shows Graph at this moment. */
  state: TenantState;
  nowMs: number;
}>;

/**
 * One thing Graph can be asked. `path` names its variables `:id`; a last segment with `?` may be
 * absent. Permissions: https://learn.microsoft.com/graph/permissions-reference
 */
export type Endpoint = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  versions: readonly Version[];
  family: Family;
  /** Delegated permissions, any one of which will do. */
  scopes: readonly string[];
  /** Template ids of directory roles the reader needs on top, any one of which will do. */
  roles?: readonly string[];
  /** Readers without such a role are let through when this says so. */
  unless?: (call: Call) => boolean;
  /** Refused in tenants without Microsoft Entra ID P1. */
  premium?: boolean;
  /** Which limit it counts against besides the directory's. */
  limit?: 'conditional-access' | 'reports';
  /** Resource units, for the directory's limit. */
  units?: number;
  handle: (call: Call) => unknown;
}>;

export const BOTH: readonly Version[] = ['v1.0', 'beta'];
export const BETA: readonly Version[] = ['beta'];

export function contextOf(call: Call, what: string): string {
  return `https://graph.microsoft.com/${call.version}/$metadata#${what}`;
}
