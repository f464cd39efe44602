import { browser } from 'wxt/browser';
import { problemWords } from '../auth/aadsts.ts';
import { type SignInFailure, signIn, signOut } from '../auth/index.ts';
import { words } from '../domain/words.ts';
import { scopesFor } from '../graph/index.ts';
import { EMPTY_TENANT, type SignedInAs, type State } from '../state/stored.ts';
import { type Background, settingsOf } from './background.ts';

/**
 * Signs the administrator in. What was answered before anyone was signed in moves to the tenant.
 * A failure is remembered as words with the way out; nothing else changes.
 *
 * @returns Whether somebody is signed in now.
 */
export async function startSignIn(background: Background): Promise<boolean> {
  const { store } = background;
  const { settings } = await settingsOf(background);
  if (!settings.clientId) {
    await browser.runtime.openOptionsPage();
    return false;
  }
  const config = {
    clientId: settings.clientId,
    cloud: settings.cloud ?? 'global',
    ...(settings.tenantId ? { tenantId: settings.tenantId } : {}),
  } as const;
  await store.update(begin);
  const reply = await signIn(config, scopesFor(settings.permissions ?? 'full'), {}).catch(
    (error: unknown) => ({ ok: false as const, failure: unexpected(error) }),
  );
  await store.update((state) => (reply.ok ? signedIn(state, reply.account) : failed(state, reply)));
  return reply.ok;
}

function begin(state: State): State {
  const { signInProblem: _, ...session } = state.session;
  return { ...state, session: { ...session, signingIn: true } };
}

function signedIn(state: State, account: SignedInAs): State {
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
    session: { ...state.session, signingIn: false, findings: {} },
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
    return { local, session: { ...state.session, findings: {}, checkWanted: false } };
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
