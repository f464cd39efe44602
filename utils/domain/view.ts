import type { Answers } from './check.ts';
import type { Refusal } from './locator.ts';
import type { Evidence, Needs, Reason } from './outcome.ts';
import type { Attestation } from './progress.ts';
import type { Words } from './words.ts';

/** The six states of the public interface (`data-state`). */
export type StepState =
  | 'done'
  | 'not-done'
  | 'in-progress'
  | 'not-applicable'
  | 'cannot-tell'
  | 'regressed';

/** One step as the panel shows it. Titles and fixed words come from the guide, by id. */
export type StepView = Readonly<{
  id: string;
  state: StepState;
  /** Who says so, when `done` (or was, when `regressed`). */
  by?: 'graph' | 'admin';
  reason?: Reason;
  summary?: Words;
  fix?: Words;
  notes: readonly Words[];
  evidence: readonly Evidence[];
  needs?: Needs;
  /** The one permission that "Allow reading" on this step asks for. */
  grant?: Readonly<{ scope: string; adminConsent: boolean }>;
  since?: string;
  checkedAt?: string;
  /** In-progress: when it began, is usually over, is over at the latest. ISO 8601. */
  wait?: Readonly<{ from?: string; expectedBy: string; latestBy?: string }>;
  /** While blind or regressed: what was last known, and when. */
  lastKnown?: Readonly<{ state: StepState; summary: Words; at: string }>;
  attestation?: Attestation;
  /** The administrator may state this step now. */
  attestable: boolean;
  /** The step's page can be opened. */
  openable: boolean;
  /** There are controls to point at. */
  showable: boolean;
  /** For a step that the integration account does: a link for a private window or another profile. */
  handOff?: string;
}>;

/** What the ring does in the tab the panel belongs to. */
export type Pointing =
  | Readonly<{ status: 'off' }>
  | Readonly<{ status: 'pointing'; stepId: string; actionId: string; inView: boolean }>
  | Readonly<{ status: 'looking'; stepId: string }>
  | Readonly<{
      status: 'not-pointing';
      stepId: string;
      actionId?: string;
      refusal: Refusal | 'wrong-account' | 'unknown-account' | 'awaited';
    }>;

/** Speaks before anything else: the page and the guide disagree about tenant or account. */
export type Guard =
  | Readonly<{ kind: 'wrong-tenant'; page: string; guide: string }>
  | Readonly<{ kind: 'wrong-account'; page?: string; needed: string; link: string }>
  | Readonly<{ kind: 'unknown-account'; needed: string; link: string }>;

export type SignInState =
  | Readonly<{ status: 'signed-out' }>
  | Readonly<{ status: 'not-configured' }>
  | Readonly<{ status: 'signing-in' }>
  | Readonly<{ status: 'signed-in'; username: string; tenantId: string; tenantName?: string }>;

/** All the panel shows, computed by the background, sent whole. Holds no token and no Graph body. */
export type PanelView = Readonly<{
  revision: number;
  guideId: string;
  /** The administrator has started the guide (signed in, or chose to look around). */
  started: boolean;
  signIn: SignInState;
  /** Why the last sign-in failed, with the way out. */
  signInProblem?: Words;
  answers: Answers;
  /** Answers fixed by the organisation's policy. */
  fixedAnswers: readonly (keyof Answers)[];
  steps: readonly StepView[];
  /** The open step. */
  currentStepId?: string;
  busy?: Readonly<{ done: number; total: number }>;
  checkedAt?: string;
  /** When Waymark looks again by itself, ISO 8601. */
  nextCheckAt?: string;
  /** The step whose end of wait a notification will tell. */
  tellsOf?: string;
  offline: boolean;
  finished: boolean;
  guard?: Guard;
  /** The page in the panel's tab shows a new account's password, and only until it is left. */
  showsPassword?: true;
  pointing: Pointing;
  /** What a maintainer has to know when this points wrong: nothing of the tenant; to be copied. */
  pointingReport?: string;
  /** Something went wrong that is not a verdict, e.g. a malformed answer. */
  notice?: Words;
  /** Interface language: a policy or the reader's choice; absent: the browser's. */
  language?: string;
  /** Language of the portal in the panel's tab: controls are named as they are shown there. */
  portalLanguage?: string;
  /** Where the panel is: over a portal page (collapsible, dockable) or in a page of its own. */
  surface: Readonly<{ kind: 'docked'; side: 'left' | 'right' }> | Readonly<{ kind: 'page' }>;
}>;
