import type { Cloud } from '../domain/cloud.ts';

/** The app registration to sign in with, and where. */
export type AuthConfig = Readonly<{
  clientId: string;
  /** Only accounts of this tenant. Absent: any work account. */
  tenantId?: string;
  cloud: Cloud;
}>;

/** Why nobody could be signed in. `aadsts` is Microsoft's number, for wording only. */
export type SignInFailure = Readonly<{
  code:
    | 'cancelled'
    | 'consent-required'
    | 'admin-consent-required'
    | 'wrong-tenant'
    | 'other-account'
    | 'offline'
    | 'blocked'
    | 'app-not-found'
    | 'unexpected';
  aadsts?: number;
  /** For the log and a support case; English, not for the panel. */
  message: string;
}>;

/** A token cannot be had without a window: nobody is signed in, or Microsoft wants to see them. */
export type SignedOut = Readonly<{ code: 'signed-out'; aadsts?: number; message: string }>;

export type Account = Readonly<{
  tenantId: string;
  /** Object id of the user. */
  userId: string;
  username: string;
  name?: string;
}>;

export type AuthOptions = Readonly<{
  /** Sign-in name to expect; without it the account picker is shown. */
  loginHint?: string;
  /** Claims that a resource demanded (`WWW-Authenticate`, decoded). */
  claims?: string;
  /** A new token, although the one in memory is still good: it may carry more permissions. */
  fresh?: boolean;
}>;

/** A token for Microsoft Graph. Lives in memory only. */
export type Token = Readonly<{
  accessToken: string;
  /** What the token itself carries; never what was asked for. */
  scopes: readonly string[];
  account: Account;
  /** ISO 8601. */
  expiresAt: string;
}>;

export type Failed = Readonly<{ ok: false; failure: SignInFailure | SignedOut }>;
export type TokenReply = (Readonly<{ ok: true }> & Token) | Failed;
