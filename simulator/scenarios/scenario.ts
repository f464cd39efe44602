import type { TenantState } from '../tenant/state.ts';
import type { PortalTraits } from '../world.ts';

/** States of a step as an observer of the panel sees them (`data-state`). */
export type ExpectedState =
  | 'done'
  | 'not-done'
  | 'in-progress'
  | 'not-applicable'
  | 'cannot-tell'
  | 'regressed';

/** The thirteen steps of the Work 365 set-up, in order. */
export const STEP_IDS = [
  'partner-tier',
  'your-roles',
  'account-exists',
  'admin-agent',
  'entra-licence',
  'no-dynamics-licence',
  'mfa-required',
  'policy-settled',
  'mfa-registered',
  'mfa-proved',
  'work365-values',
  'consent-order',
  'security-requirements',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** What Waymark has to show for each step when `by` is signed in with the answers given. */
export type Expected = Readonly<{
  answers: Readonly<{ partnerTier?: 'direct' | 'indirect'; integrationAccount?: string }>;
  steps: Readonly<Record<StepId, ExpectedState>>;
}>;

/** Someone who signs in during the scenario. */
export type ScenarioAccount = Readonly<{
  username: string;
  password: string;
  does: string;
}>;

/** A state of the simulated tenant and how it changes. */
export type Scenario = Readonly<{
  name: string;
  description: string;
  /** The first one is where the guide is walked. */
  tenants: () => TenantState[];
  /** How long Graph lags behind the portals, in milliseconds. */
  lagMs: number;
  traits: PortalTraits;
  /** The first one is the administrator at the keyboard. */
  accounts: readonly [ScenarioAccount, ...ScenarioAccount[]];
  /**
   * Sign-in name that the integration account has, or gets during the walk.
   */
  integrationAccount: string;
  /** States at the end: of the walk where there is one to do, else at once. */
  expected: Expected;
}>;
