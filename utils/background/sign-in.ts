import { browser } from 'wxt/browser';
import { problemWords } from '../auth/aadsts.ts';
import { type AuthConfig, type SignInFailure, signIn, signOut } from '../auth/index.ts';
import { words } from '../domain/words.ts';
import { scopesFor } from '../graph/index.ts';
import { grantOf } from '../guidance/view.ts';
import type { Settings } from '../policy/settings.ts';
import {
  EMPTY_TENANT,
  type Local,
  type SignedInAs,
  type State,
  tenantOf,
} from '../state/stored.ts';
import { type Background, settingsOf } from './background.ts';

type Request = Readonly<{ config: AuthConfig; scopes: readonly string[]; loginHint?: string }>;

/**
 * Signs the administrator in. What was answered before anyone was signed in moves to the tenant.
 * A failure is remembered as words with the way out; nothing else changes.
 *
 * @param stepId Whoever is signed in is asked for the one permission this step lacks, and for
 *   nothing else.
 * @returns Whether somebody is signed in now, and answered.
 */
export async function startSignIn(background: Background, stepId?: string): Promise<boolean> {
  const { store } = background;
  const { settings } = await settingsOf(background);
  if (!settings.clientId) {
    await browser.runtime.openOptionsPage();
    return false;
  }
  const { clientId } = settings;
  const { local } = await store.read();
  const request =
    stepRequest(local, clientId, settings, stepId) ?? firstRequest(clientId, settings);
  await store.update(begin);
  const { config, scopes, ...options } = request;
  const reply = await signIn(config, scopes, options).catch((error: unknown) => ({
    ok: false as const,
    failure: unexpected(error),
  }));
  await store.update((state) => (reply.ok ? signedIn(state, reply) : failed(state, reply)));
  return reply.ok;
}

function firstRequest(clientId: string, { cloud = 'global', tenantId, permissions }: Settings) {
  const config = { clientId, cloud, ...(tenantId ? { tenantId } : {}) };
  return { config, scopes: scopesFor(permissions ?? 'full') } satisfies Request;
}

/** The same person in the same tenant, and the one permission that the step was blind without. */
function stepRequest(
  local: Local,
  clientId: string,
  { cloud = 'global' }: Settings,
  stepId: string | undefined,
): Request | undefined {
  const { account } = local;
  const grant = stepId && grantOf(tenantOf(local).progress[stepId]);
  if (!account || !grant) return undefined;
  const { tenantId, username: loginHint } = account;
  return { config: { clientId, cloud, tenantId }, scopes: [grant.scope], loginHint };
}

function begin(state: State): State {
  const { signInProblem: _, ...session } = state.session;
  return { ...state, session: { ...session, signingIn: true } };
}

function signedIn(
  state: State,
  { account, scopes }: Readonly<{ account: SignedInAs; scopes: readonly string[] }>,
): State {
  const { '': before, ...tenants } = state.local.tenants;
  const known = tenants[account.tenantId] ?? EMPTY_TENANT;
  const tenant = { ...known, answers: { ...before?.answers, ...known.answers } };
  return {
    local: {
      ...state.local,
      started: true,
      account,
      tenants: { ...tenants, [account.tenantId]: tenant },
    },
    // The tenant is read next, by another worker if this one dies first.
    session: { ...state.session, signingIn: false, findings: {}, scopes, checkWanted: true },
  };
}

function failed(state: State, { failure }: { failure: SignInFailure }): State {
  const session = { ...state.session, signingIn: false, signInProblem: problemWords(failure) };
  return { ...state, session };
}

function unexpected(error: unknown): SignInFailure {
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}

/** Forgets account and tokens; what was proved stays recorded for the next sign-in. */
export async function endSignIn(background: Background): Promise<void> {
  const { settings } = await settingsOf(background);
  if (settings.clientId) {
    await signOut({ clientId: settings.clientId, cloud: settings.cloud ?? 'global' });
  }
  await background.store.update((state) => {
    const { account: _, ...local } = state.local;
    const { tellsOf: __, ...session } = state.session;
    return { local, session: { ...session, findings: {}, checkWanted: false } };
  });
}

/**
 * What a worker that died left half done: a sign-in window that outlived it can no longer be
 * answered, and nobody is counting a check any more.
 */
export function forgetInterruptedWork({ store }: Background): Promise<State> {
  return store.update((state) => {
    const { busy, signingIn } = state.session;
    if (!busy && !signingIn) return state;
    const { busy: _, ...session } = state.session;
    const signInProblem = signingIn ? { signInProblem: words('sign-in.interrupted') } : {};
    return { ...state, session: { ...session, signingIn: false, ...signInProblem } };
  });
}
