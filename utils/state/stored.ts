import type { Answers, Watched } from '../domain/check.ts';
import type { FrameReport } from '../domain/orders.ts';
import type { Progress } from '../domain/progress.ts';
import type { Findings } from '../domain/read.ts';
import type { Words } from '../domain/words.ts';
import type { Settings } from '../policy/settings.ts';

/** What is known of one tenant. Kept apart by tenant, so that nobody mixes two customers up. */
export type TenantState = Readonly<{
  answers: Answers;
  progress: Progress;
  watched: Watched;
  /** Digests of the tenant's MFA rules as last read, by request, to see a change happen. */
  rules?: Readonly<Record<string, string>>;
  /**
   * When the last full check ended, ISO 8601, by this computer's clock: it is shown and never judged
   * by, and must not move when more is learned of Microsoft's clock.
   */
  checkedAt?: string;
  /** Domains of the tenant, to recognise a page of another one. */
  domains?: readonly string[];
  tenantName?: string;
  /** Throttling, shared by all reads of the tenant; opaque to everyone but utils/graph. */
  budget?: unknown;
}>;

export type SignedInAs = Readonly<{
  tenantId: string;
  userId: string;
  username: string;
  name?: string;
}>;

/** Survives a restart of the browser. Holds no secret: tokens live in memory only. */
export type Local = Readonly<{
  schema: 1;
  started: boolean;
  guideId: string;
  account?: SignedInAs;
  /** By tenant id; the empty key is the guide before anyone signed in. */
  tenants: Readonly<Record<string, TenantState>>;
  /** The step the administrator opened; absent: the first that needs something. */
  openStepId?: string;
  /** What the administrator set on the options page. */
  settings: Settings;
  /** Panel by portal id. */
  panels: Readonly<Record<string, Readonly<{ side: 'left' | 'right'; collapsed?: boolean }>>>;
}>;

export type FrameState = Readonly<{
  documentId?: string;
  url: string;
  name: string;
  language: string;
  /** Place among the top frame's children; absent where it has none. */
  place?: number;
  /** Of a top frame: the places of child frames that cannot be seen. */
  hidden?: readonly number[];
  report?: FrameReport;
}>;

export type TabState = Readonly<{
  frames: Readonly<Record<string, FrameState>>;
  /** The administrator said that the page shows the integration account. */
  accountConfirmed?: boolean;
  /** Frame of the docked panel, where it must be told by itself that something changed (Firefox). */
  deafPanel?: number;
}>;

/** Survives the death of the background worker, not the end of the browser session. */
export type Session = Readonly<{
  revision: number;
  tabs: Readonly<Record<string, TabState>>;
  /** A check was asked for and has not ended; a new worker takes it up. */
  checkWanted: boolean;
  busy?: Readonly<{ done: number; total: number }>;
  signingIn: boolean;
  signInProblem?: Words;
  notice?: Words;
  offline: boolean;
  /** When the next look by itself is due, ISO 8601, Microsoft's clock: the first of `nextLooks`. */
  nextCheckAt?: string;
  /** When each step is to be looked at again by itself, by step id, ISO 8601. */
  nextLooks?: Readonly<Record<string, string>>;
  /**
   * When a page went away that pointed at the control which sends a step's change, by step id, ISO
   * 8601, Microsoft's clock. Whether it was used nobody could say any more.
   */
  left?: Readonly<Record<string, string>>;
  /** When the last look at all steps ended, whatever came of it, ISO 8601. */
  lookedAt?: string;
  /** When the last look at any step ended, ISO 8601. */
  glancedAt?: string;
  /** The step whose end of wait the reader wants to be told of. */
  tellsOf?: string;
  /** The browser has a newer version ready. */
  updateWaiting?: boolean;
  /** How far Microsoft's clock is ahead of this computer's, milliseconds. */
  skewMs: number;
  /** Delegated permissions the token held at the last check. */
  scopes?: readonly string[];
  /** Graph's answers of the last check, for the report and for judging again offline. */
  findings: Findings;
}>;

export type State = Readonly<{ local: Local; session: Session }>;

export const EMPTY_TENANT: TenantState = { answers: {}, progress: {}, watched: {} };

export const EMPTY_LOCAL: Local = {
  schema: 1,
  started: false,
  guideId: 'work365-partner-center',
  tenants: {},
  settings: {},
  panels: {},
};

export const EMPTY_SESSION: Session = {
  revision: 0,
  tabs: {},
  checkWanted: false,
  signingIn: false,
  offline: false,
  skewMs: 0,
  findings: {},
};

/** Key of the tenant whose progress is shown. */
export function tenantKey(local: Local): string {
  return local.account?.tenantId ?? '';
}

export function tenantOf(local: Local): TenantState {
  return local.tenants[tenantKey(local)] ?? EMPTY_TENANT;
}

/** Takes answers over. Proof of one account says nothing of another, which starts afresh. */
export function withAnswers(tenant: TenantState, given: Answers): TenantState {
  const answers = { ...tenant.answers, ...given };
  const isAnother = answers.integrationAccount !== tenant.answers.integrationAccount;
  return { ...tenant, answers, ...(isAnother ? { progress: {}, watched: {} } : {}) };
}

export function withTenant(local: Local, change: (tenant: TenantState) => TenantState): Local {
  const key = tenantKey(local);
  return { ...local, tenants: { ...local.tenants, [key]: change(tenantOf(local)) } };
}
