import type { AuthConfig, Failed, TokenReply } from './types.ts';

/** What every call to the sign-in host says. */
export type Ask = Readonly<{
  config: AuthConfig;
  scopes: readonly string[];
  /** Where Microsoft sends the answer. */
  redirectUri: string;
  loginHint?: string;
  claims?: string;
  /** A new token, although the one in memory is still good. */
  fresh?: boolean;
}>;

export type Begun = Readonly<{ ok: true; url: string }> | Failed;

/**
 * Where the sign-in library lives: a document, since it needs a window. The background asks it for
 * the address to open, opens it, and hands the answer back.
 */
export type SignInHost = Readonly<{
  /** Address to open. `prompt`: `none` shows nothing, `select_account` lets the reader choose. */
  begin: (ask: Ask, prompt: 'none' | 'select_account' | 'as-needed') => Promise<Begun>;
  /** Redeems the address Microsoft answered with; without one the attempt was cancelled. */
  finish: (ask: Ask, answer: string | undefined) => Promise<TokenReply>;
  /** From memory or with the refresh token. */
  silent: (ask: Ask) => Promise<TokenReply>;
  /** Forgets all accounts and tokens of the app. */
  forget: (config: AuthConfig) => Promise<void>;
}>;
