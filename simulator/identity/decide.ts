import type { User } from '../tenant/state.ts';
import type { Session, World } from '../world.ts';
import { type Client, findClient, REGISTRATION_SCOPE } from './clients.ts';
import { adminOnly, mayConsentForAll, missingScopes } from './consent.ts';
import { type Demand, demandOf, strongMethods } from './mfa-rules.ts';
import { type BrowserSession, type Flow, findByUsername, identityOf, resolve } from './state.ts';

/** What stands between a person and the app. */
export type Stage =
  | Readonly<{ at: 'pick-account'; accounts: readonly User[] }>
  | Readonly<{ at: 'username' }>
  | Readonly<{ at: 'password'; username: string }>
  | Readonly<{ at: 'foreign-account'; username: string }>
  | Readonly<{ at: 'change-password' }>
  | Readonly<{ at: 'blocked' }>
  | Readonly<{ at: 'code' }>
  | Readonly<{ at: 'register' }>
  | Readonly<{ at: 'consent'; missing: readonly string[]; forAll: boolean }>
  | Readonly<{ at: 'need-admin'; missing: readonly string[] }>
  | Readonly<{ at: 'finished' }>;

/** The flow's app; the request was validated against it. */
export function clientOf(world: World, flow: Flow): Client {
  const client = findClient(world, flow.request.clientId);
  if (!client) throw new Error(`client ${flow.request.clientId} vanished during a sign-in`);
  return client;
}

export function browserSessionOf(world: World, flow: Flow): BrowserSession | undefined {
  return identityOf(world).browserSessions.get(flow.browserSessionId);
}

/** What the account's tenant asks of it in this sign-in. */
export function demandFor(world: World, flow: Flow, { tenant, user }: Session): Demand {
  const isRegistering = flow.request.scopes.includes(REGISTRATION_SCOPE);
  return demandOf(tenant.truth, user, clientOf(world, flow), isRegistering);
}

/** Takes the account from the cookie where the request allows it. */
function adoptSignedIn(world: World, flow: Flow): void {
  const { prompt, loginHint } = flow.request;
  if (flow.account || flow.username || prompt === 'login') return;
  if (prompt === 'select_account' && !flow.picked) return;
  const accounts = browserSessionOf(world, flow)?.accounts ?? [];
  const hinted = loginHint && findByUsername(world, loginHint)?.user.id;
  const candidates = accounts.filter(
    (account) => (!loginHint || account.userId === hinted) && resolve(world, account),
  );
  if (candidates.length === 1 && candidates[0]) flow.account = candidates[0];
  else if (loginHint) flow.username = loginHint;
}

function beforePassword(world: World, flow: Flow): Stage {
  if (flow.username) return { at: 'password', username: flow.username };
  const accounts = browserSessionOf(world, flow)?.accounts ?? [];
  const users = accounts.flatMap((account) => resolve(world, account)?.user ?? []);
  const picks = flow.request.prompt !== 'login' && !flow.picked && users.length > 0;
  return picks ? { at: 'pick-account', accounts: users } : { at: 'username' };
}

function isForeign(flow: Flow, session: Session): boolean {
  const tenant = flow.request.tenant;
  if (['common', 'organizations'].includes(tenant)) return false;
  const names = session.tenant.truth.verifiedDomains.map((domain) => domain.name);
  return ![session.tenant.id, ...names].includes(tenant);
}

function factorStage(flow: Flow, user: User, demand: Demand): Stage | undefined {
  const provedNow = flow.factors.some((factor) => factor.kind !== 'password');
  const proved = demand.fresh ? provedNow : flow.account?.mfa || provedNow;
  if (!(demand.mfa || demand.register) || proved) return undefined;
  return { at: strongMethods(user).length > 0 ? 'code' : 'register' };
}

function consentStage(world: World, flow: Flow, session: Session): Stage | undefined {
  const client = clientOf(world, flow);
  if (client.kind === 'portal') return undefined;
  const { scopes, prompt } = flow.request;
  const again = prompt === 'consent' && !flow.consented;
  const missing = again ? scopes : missingScopes(session, scopes);
  if (missing.length === 0) return undefined;
  const forAll = mayConsentForAll(session.user);
  if (!forAll && adminOnly(missing).length > 0) return { at: 'need-admin', missing };
  return { at: 'consent', missing, forAll };
}

/** Decides the next page of a sign-in. Asks nothing that the browser session already answers. */
export function decide(world: World, flow: Flow): Stage {
  adoptSignedIn(world, flow);
  const session = flow.account && resolve(world, flow.account);
  if (!session) return beforePassword(world, flow);
  if (isForeign(flow, session)) {
    return { at: 'foreign-account', username: session.user.userPrincipalName };
  }
  if (session.user.mustChangePassword) return { at: 'change-password' };
  const demand = demandFor(world, flow, session);
  if (demand.blockedBy) return { at: 'blocked' };
  return (
    factorStage(flow, session.user, demand) ??
    consentStage(world, flow, session) ?? { at: 'finished' }
  );
}
