/** The words of `tests/truth-table/*.json`. The README beside the tables explains them to readers. */

export type Minutes = number;

export type GivenAccount = Readonly<{
  exists?: boolean;
  enabled?: boolean;
  /** `null`: not shown. */
  created?: Minutes | null;
  userType?: 'Member' | 'Guest' | null;
  creationType?: string;
  externalUserState?: string;
  signInName?: string;
  roles?: readonly string[];
  synced?: boolean;
  passwordPolicies?: string;
  usageLocation?: string | null;
  products?: readonly ProductName[];
  methods?: readonly MethodName[];
  perUserMfa?: 'disabled' | 'enabled' | 'enforced';
}>;

export type ProductName =
  | 'Business Premium'
  | 'EMS E3'
  | 'Entra ID P2'
  | 'Exchange Online'
  | 'Dynamics 365 Sales'
  | 'Dynamics 365 Guides';

export type GivenProduct = Readonly<{
  name: ProductName;
  seats?: number;
  status?: 'Enabled' | 'Warning' | 'Suspended' | 'Deleted' | 'LockedOut';
}>;

export type MethodName =
  | 'Authenticator'
  | 'TOTP'
  | 'passkey'
  | 'Windows Hello'
  | 'phone'
  | 'email'
  | 'temporary access pass'
  | 'platform credential'
  | 'external';

export type GivenPolicy = Readonly<{
  name?: string;
  state?: 'on' | 'report-only' | 'off';
  for?: readonly string[];
  notFor?: readonly string[];
  apps?: readonly string[];
  notApps?: readonly string[];
  appFilter?: string;
  /** Graph's own condition set, laid over one that says nothing. */
  onlyWhen?: Readonly<Record<string, unknown>>;
  require?: readonly string[];
  requireHow?: 'all' | 'any';
  sessionOnly?: boolean;
  changed?: Minutes;
  created?: Minutes;
  neverEdited?: boolean;
}>;

export type GivenSignIn = Readonly<{
  ago: Minutes;
  how:
    | 'MFA now'
    | 'MFA earlier'
    | 'passkey in one step'
    | 'single factor'
    | 'MFA failed'
    | 'stopped for MFA'
    | 'MFA skipped'
    | 'no details yet';
  app?: 'Partner Center' | 'Azure portal';
  by?: string;
  met?: 'the policy';
  user?: 'somebody else';
}>;

export type GivenAudit = Readonly<{
  ago: Minutes;
  what: string;
  about: 'the account' | 'the policy' | 'something else';
  category?: string;
  failed?: boolean;
}>;

export type Given = Readonly<{
  account?: GivenAccount;
  adminAgents?:
    | 'missing'
    | 'not a member'
    | 'through another group'
    | 'not a security group'
    | 'spelt adminagents'
    | 'two groups, in the first'
    | 'two groups, in both'
    | 'two groups, in neither';
  alsoIn?: readonly ('SalesAgents' | 'HelpdeskAgents')[];
  products?: readonly GivenProduct[];
  policies?: readonly GivenPolicy[];
  morePolicies?: readonly GivenPolicy[];
  securityDefaults?: boolean;
  methodsNotAllowed?: readonly MethodName[];
  signIns?: readonly GivenSignIn[];
  audits?: readonly GivenAudit[];
  score?: 'compliant' | 'noncomplaint' | 'noncompliant' | 'unknownFutureValue' | 'missing';
  reader?: Readonly<{
    roles?: readonly string[];
    permissions?: 'full' | 'basic' | readonly string[];
    signedOut?: boolean;
    isTheAccount?: boolean;
  }>;
  answers?: Readonly<{ partnerTier?: 'direct' | 'indirect'; integrationAccount?: string }>;
  noAnswers?: boolean;
  /** The tenant that policy or the options page fixed. */
  tenantFixed?: 'this' | 'another';
  watched?: Readonly<Record<string, Minutes>>;
  refusals?: readonly Readonly<{ request: string; status: number; code?: string; text?: string }>[];
  today?: string;
}>;

export type Row = Readonly<{
  name: string;
  /** Bug report, rule or source that the row is about. */
  because: string;
  given: Given;
  /** Steps that are not `done`; `cannot-tell: <reason>` names the reason. */
  expect: Readonly<Record<string, string>>;
}>;
