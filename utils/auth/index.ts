import { browser } from 'wxt/browser';
import { asSignInFailure, explain, fail } from './failure.ts';
import type { Ask, SignInHost } from './host.ts';
import { offscreenHost } from './offscreen.ts';
import type {
  Account,
  AuthConfig,
  AuthOptions,
  Failed,
  SignInFailure,
  TokenReply,
} from './types.ts';

export type { Account, AuthConfig, AuthOptions, SignInFailure, TokenReply } from './types.ts';

/**
 * A background page has a window and keeps the library itself; a service worker has none. Chromium's
 * build is told so, and leaves the library out of what it never loads.
 */
async function hostHere(): Promise<SignInHost> {
  if (import.meta.env.CHROME || typeof document === 'undefined') return offscreenHost;
  return (await import('./msal-host.ts')).msalHost;
}

/** Where Microsoft sends the answer of a sign-in; to be registered as a single-page app redirect. */
export function redirectUri(): string {
  return browser.identity.getRedirectURL();
}

function askFor(config: AuthConfig, scopes: readonly string[], options: AuthOptions): Ask {
  return { config, scopes, redirectUri: redirectUri(), ...options };
}

/** Windows and silent restores one after the other: the library knows one attempt at a time. */
let lastAttempt: Promise<unknown> = Promise.resolve();

function oneAtATime<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const result = lastAttempt.then(attempt, attempt);
  lastAttempt = result.catch(() => undefined);
  return result;
}

/** Opens Microsoft's page (or, with `interactive: false`, none) and redeems what it answers. */
async function attempt(ask: Ask, interactive: boolean): Promise<TokenReply> {
  const host = await hostHere();
  const chosen = ask.loginHint ? 'as-needed' : 'select_account';
  const begun = await host.begin(ask, interactive ? chosen : 'none');
  if (!begun.ok) return begun;
  try {
    const answer = await browser.identity.launchWebAuthFlow({ url: begun.url, interactive });
    return await host.finish(ask, answer);
  } catch (error) {
    await host.finish(ask, undefined);
    return fail(error);
  }
}

/** Refuses an account that is not the one expected, however it got signed in. */
function holdTo(reply: TokenReply, config: AuthConfig, username?: string): TokenReply {
  if (!reply.ok) return reply;
  const { account } = reply;
  if (config.tenantId && account.tenantId !== config.tenantId) {
    const message = `signed in to tenant ${account.tenantId}`;
    return { ok: false, failure: { code: 'wrong-tenant', message } };
  }
  if (username && account.username.toLowerCase() !== username.toLowerCase()) {
    return { ok: false, failure: { code: 'signed-out', message: 'another account is signed in' } };
  }
  return reply;
}

/** In a window anybody may sign in; whoever was asked for more must be the one who answers. */
function holdToPerson(reply: TokenReply, username: string | undefined): TokenReply {
  if (!reply.ok || !username) return reply;
  const message = 'another account answered';
  return reply.account.username.toLowerCase() === username.toLowerCase()
    ? reply
    : { ok: false, failure: { code: 'other-account', message } };
}

/**
 * Signs in with Microsoft's own window and asks for `scopes`. Without a login hint the account
 * picker is shown. Never throws.
 */
export async function signIn(
  config: AuthConfig,
  scopes: readonly string[],
  options: AuthOptions = {},
): Promise<
  | Readonly<{ ok: true; account: Account; scopes: readonly string[] }>
  | Readonly<{ ok: false; failure: SignInFailure }>
> {
  const ask = askFor(config, scopes, options);
  const reply = await oneAtATime(() => attempt(ask, true)).catch(fail);
  const held = holdToPerson(holdTo(reply, config), options.loginHint);
  if (held.ok) isSignedOut = false;
  return held.ok
    ? { ok: true, account: held.account, scopes: held.scopes }
    : { ok: false, failure: asSignInFailure(held.failure) };
}

function needsWindow({ failure }: Failed): boolean {
  return failure.code === 'signed-out';
}

const SIGNED_OUT: Failed = { ok: false, failure: { code: 'signed-out', message: 'signed out' } };

/**
 * Signed out on purpose since this worker started: whoever still holds the account's name, such as
 * a check under way, must not bring it back.
 */
let isSignedOut = false;

async function fetchToken(ask: Ask): Promise<TokenReply> {
  const reply = await (await hostHere()).silent(ask);
  if (reply.ok || !needsWindow(reply) || !ask.loginHint || isSignedOut) return reply;
  return oneAtATime(() => attempt(ask, false));
}

/**
 * A token for Microsoft Graph without showing anything: from memory, with the refresh token, or,
 * when the browser has stopped us meanwhile, with the account's session at Microsoft. The last only
 * for `loginHint`, so that nobody is ever signed in by themself. Never throws.
 */
export async function getToken(
  config: AuthConfig,
  scopes: readonly string[],
  options: AuthOptions = {},
): Promise<TokenReply> {
  if (isSignedOut) return SIGNED_OUT;
  try {
    const reply = await fetchToken(askFor(config, scopes, options));
    if (!isSignedOut) return holdTo(reply, config, options.loginHint);
    await (await hostHere()).forget(config);
    return SIGNED_OUT;
  } catch (error) {
    return { ok: false, failure: explain(error) };
  }
}

/** Forgets account and tokens here. The account's session with Microsoft's pages is its own. */
export async function signOut(config: AuthConfig): Promise<void> {
  isSignedOut = true;
  await (await hostHere()).forget(config);
}
