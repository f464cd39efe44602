import type { Session, World } from '../world.ts';
import { type Aadsts, describe } from './aadsts.ts';
import { answerAddress, errorAddress } from './authorize.ts';
import { grantedScopes } from './consent.ts';
import { browserSessionOf, clientOf, decide, demandFor, type Stage } from './decide.ts';
import * as pages from './pages.ts';
import { logSignIn } from './sign-in-log.ts';
import { type Flow, identityOf, keep, resolve, type SignedIn } from './state.ts';

/** What the browser gets next: a page, or another address. */
export type Reply =
  | Readonly<{ kind: 'page'; html: ReturnType<typeof pages.signedOutPage> }>
  | Readonly<{ kind: 'redirect'; to: string }>;

const CODE_LIFE_MS = 10 * 60_000;

function sessionOf(world: World, account: SignedIn): Session {
  const session = resolve(world, account);
  if (!session) throw new Error('the account vanished during a sign-in');
  return session;
}

function eventOf(world: World, flow: Flow, account: SignedIn) {
  const session = sessionOf(world, account);
  const client = clientOf(world, flow);
  return { session, client, flow, demand: demandFor(world, flow, session) };
}

/** Logs the end of a sign-in that failed with an AADSTS number. */
export function logFailure(world: World, flow: Flow, account: SignedIn, aadsts: Aadsts): void {
  logSignIn(world, eventOf(world, flow, account), aadsts);
}

/** An account with per-user MFA "enabled" becomes "enforced" when it has used its method. */
function enforceAfterUse({ tenant, user, mfa }: Session): void {
  if (user.perUserMfaState !== 'enabled' || !mfa) return;
  tenant.change((state) => {
    const copy = state.users.find(({ id }) => id === user.id);
    if (copy) copy.perUserMfaState = 'enforced';
  });
}

function finish(world: World, flow: Flow, account: SignedIn): Reply {
  const identity = identityOf(world);
  const session = sessionOf(world, account);
  const browser = browserSessionOf(world, flow);
  if (browser) {
    browser.accounts = [account, ...browser.accounts.filter((a) => a.userId !== account.userId)];
  }
  logSignIn(world, eventOf(world, flow, account), 0);
  enforceAfterUse(session);
  identity.flows.delete(flow.id);
  const { request } = flow;
  const portal = clientOf(world, flow).kind === 'portal';
  const code = keep(identity.codes, {
    ...request,
    ...account,
    scopes: portal ? request.scopes : grantedScopes(session, request.scopes),
    expiresMs: Date.now() + CODE_LIFE_MS,
  });
  const to = answerAddress(request, { code, session_state: flow.correlationId });
  return { kind: 'redirect', to };
}

const SILENT_ERRORS: Partial<Record<Stage['at'], readonly [error: string, aadsts: Aadsts]>> = {
  'pick-account': ['interaction_required', 16000],
  username: ['login_required', 50058],
  password: ['login_required', 50058],
  'foreign-account': ['interaction_required', 50020],
  'change-password': ['interaction_required', 50055],
  blocked: ['access_denied', 53003],
  code: ['interaction_required', 50076],
  register: ['interaction_required', 50079],
  consent: ['consent_required', 65001],
  'need-admin': ['consent_required', 65001],
};

/** Notes an interruption once, as the log will list it. */
function interrupt(flow: Flow, aadsts: Aadsts): void {
  if (!flow.interrupts.includes(aadsts)) flow.interrupts.push(aadsts);
}

function show(
  world: World,
  flow: Flow,
  stage: Stage,
  error?: string,
): ReturnType<typeof pages.signedOutPage> {
  const { id } = flow;
  const name = flow.account ? sessionOf(world, flow.account).user.userPrincipalName : '';
  switch (stage.at) {
    case 'pick-account':
      return pages.pickerPage(
        id,
        stage.accounts.map((user) => user.userPrincipalName),
      );
    case 'username':
      return pages.usernamePage(id, error);
    case 'password':
      return pages.passwordPage(id, stage.username, error);
    case 'change-password':
      return pages.changePasswordPage(id, name, error);
    case 'code':
      return pages.codePage(id, name, error);
    case 'register':
      return pages.registerPage(id, name);
    case 'consent':
      return pages.consentPage(id, clientOf(world, flow).name, name, stage.missing, stage.forAll);
    case 'need-admin':
      return pages.needAdminPage(id, clientOf(world, flow).name, stage.missing);
    case 'foreign-account':
      return pages.errorPage(describe(50020), flow.correlationId);
    case 'blocked':
      return pages.errorPage(describe(53003), flow.correlationId);
    case 'finished':
      throw new Error('a finished sign-in has no page');
  }
}

const INTERRUPTS: Partial<Record<Stage['at'], Aadsts>> = {
  'change-password': 50055,
  code: 50076,
  register: 50079,
  consent: 65001,
  'need-admin': 90094,
};

/**
 * Goes on with a sign-in: the next page, or the answer to the app. `error` is shown on the page.
 * With `prompt=none` nothing is ever shown.
 */
export function proceed(world: World, flow: Flow, error?: string): Reply {
  const stage = decide(world, flow);
  if (stage.at === 'finished' && flow.account) return finish(world, flow, flow.account);
  const silent = SILENT_ERRORS[stage.at];
  if (flow.request.prompt === 'none' && silent) {
    return { kind: 'redirect', to: errorAddress(flow.request, ...silent) };
  }
  const interruption = INTERRUPTS[stage.at];
  if (interruption) interrupt(flow, interruption);
  if (stage.at === 'blocked' && flow.account) logFailure(world, flow, flow.account, 53003);
  return { kind: 'page', html: show(world, flow, stage, error) };
}
