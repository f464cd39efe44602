import type { User } from '../tenant/state.ts';
import type { Session, World } from '../world.ts';
import { describe } from './aadsts.ts';
import { errorAddress } from './authorize.ts';
import { mayConsentForAll, recordConsent } from './consent.ts';
import { browserSessionOf, decide } from './decide.ts';
import { strongMethods } from './mfa-rules.ts';
import { logFailure, proceed, type Reply } from './progress.ts';
import { type FactorUsed, type Flow, findByUsername, resolve, type SignedIn } from './state.ts';

/** The one-time code that every account's authenticator shows, in sign-in and in registration. */
export const ONE_TIME_CODE = '246810';

type Fields = Readonly<Record<string, string>>;
type Step = (world: World, flow: Flow, fields: Fields) => Reply;

function factor(world: World, kind: FactorUsed['kind']): FactorUsed {
  return { atIso: world.clock.nowIso(), kind };
}

/** Puts the account into the browser's cookie session, in front. */
function remember(world: World, flow: Flow, account: SignedIn): void {
  flow.account = account;
  const browser = browserSessionOf(world, flow);
  if (!browser) return;
  const others = browser.accounts.filter(({ userId }) => userId !== account.userId);
  browser.accounts = [account, ...others];
}

function current(world: World, flow: Flow): Session | undefined {
  return flow.account && resolve(world, flow.account);
}

const giveUsername: Step = (world, flow, fields) => {
  flow.picked = true;
  const found = findByUsername(world, fields.loginfmt ?? '');
  if (!found) {
    const error = "We couldn't find an account with that username. Try another account.";
    return proceed(world, flow, error);
  }
  flow.username = found.user.userPrincipalName;
  return proceed(world, flow);
};

const pick: Step = (world, flow, fields) => {
  flow.picked = true;
  if (!fields.loginfmt) return proceed(world, flow);
  const found = findByUsername(world, fields.loginfmt);
  const accounts = browserSessionOf(world, flow)?.accounts ?? [];
  const account = accounts.find((candidate) => candidate.userId === found?.user.id);
  if (account) flow.account = account;
  return proceed(world, flow);
};

const givePassword: Step = (world, flow, fields) => {
  const found = findByUsername(world, fields.loginfmt ?? '');
  if (!found) return proceed(world, flow);
  const { tenant, user } = found;
  const account = { tenantId: tenant.id, userId: user.id, mfa: false, authTimeMs: Date.now() };
  if (!user.accountEnabled) return proceed(world, flow, describe(50057));
  if (fields.passwd !== user.password) {
    logFailure(world, flow, account, 50126);
    return proceed(world, flow, 'Your account or password is incorrect.');
  }
  remember(world, flow, account);
  flow.factors.push(factor(world, 'password'));
  return proceed(world, flow);
};

function passwordProblem(user: User, fields: Fields): string | undefined {
  if (fields.currentPassword !== user.password) return 'The current password is incorrect.';
  if ((fields.newPassword ?? '').length < 8) return 'Choose a password of at least 8 characters.';
  if (fields.newPassword === user.password) return 'Choose a password you have not used before.';
  return fields.newPassword === fields.confirmNewPassword ? undefined : 'Passwords do not match.';
}

const changePassword: Step = (world, flow, fields) => {
  const session = current(world, flow);
  if (!session) return proceed(world, flow);
  const error = passwordProblem(session.user, fields);
  if (error) return proceed(world, flow, error);
  const atIso = world.clock.nowIso();
  session.tenant.change((state) => {
    const user = state.users.find(({ id }) => id === session.user.id);
    if (!user) return;
    user.password = fields.newPassword ?? '';
    user.mustChangePassword = false;
    user.lastPasswordChangeDateTime = atIso;
  });
  return proceed(world, flow);
};

const giveCode: Step = (world, flow, fields) => {
  if (!flow.account) return proceed(world, flow);
  if (fields.otc?.trim() !== ONE_TIME_CODE) {
    logFailure(world, flow, flow.account, 500121);
    return proceed(world, flow, "You didn't enter the expected verification code.");
  }
  remember(world, flow, { ...flow.account, mfa: true, authTimeMs: Date.now() });
  flow.factors.push(factor(world, 'code'));
  return proceed(world, flow);
};

/** Off to My Sign-Ins; its page comes back to `returnUrl` when a method is registered. */
const register: Step = (world, flow) => {
  const session = current(world, flow);
  if (!session) return proceed(world, flow);
  flow.methodIdsBefore = strongMethods(session.user).map(({ id }) => id);
  const returnUrl = `https://login.microsoftonline.com/common/resume?ctx=${flow.id}`;
  const query = new URLSearchParams({ login_hint: session.user.userPrincipalName, returnUrl });
  return { kind: 'redirect', to: `https://mysignins.microsoft.com/register?${query}` };
};

/** Back from My Sign-Ins: a method registered meanwhile is the second factor of this sign-in. */
export function resume(world: World, flow: Flow): Reply {
  const session = current(world, flow);
  const before = flow.methodIdsBefore;
  const fresh = session && strongMethods(session.user).some(({ id }) => !before?.includes(id));
  if (before && fresh && flow.account) {
    remember(world, flow, { ...flow.account, mfa: true, authTimeMs: Date.now() });
    flow.factors.push(factor(world, 'registered'));
  }
  return proceed(world, flow);
}

const answerConsent: Step = (world, flow, fields) => {
  const session = current(world, flow);
  const stage = decide(world, flow);
  if (!session || stage.at !== 'consent') return proceed(world, flow);
  if (fields.answer !== 'accept') {
    if (flow.account) logFailure(world, flow, flow.account, 65004);
    return { kind: 'redirect', to: errorAddress(flow.request, 'access_denied', 65004) };
  }
  const forAll = fields.forAll === 'yes' && mayConsentForAll(session.user);
  recordConsent(session, flow.request.scopes, forAll);
  flow.consented = true;
  return proceed(world, flow);
};

const leave: Step = (_, flow) => ({
  kind: 'redirect',
  to: errorAddress(flow.request, 'access_denied', 90094),
});

/** What each form of the sign-in pages does, by its hidden `step`. */
export const STEPS: Readonly<Record<string, Step>> = {
  username: giveUsername,
  pick,
  password: givePassword,
  'change-password': changePassword,
  code: giveCode,
  register,
  consent: answerConsent,
  'need-admin': leave,
};
