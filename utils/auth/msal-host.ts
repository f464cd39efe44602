import {
  type AccountInfo,
  type AuthenticationResult,
  CacheLookupPolicy,
  PublicClientApplication,
} from '@azure/msal-browser';
import { authorityOf } from '../domain/cloud.ts';
import { fail } from './failure.ts';
import { grantedScopes } from './granted.ts';
import type { Ask, Begun, SignInHost } from './host.ts';
import { keepSessionInMemory } from './memory-storage.ts';
import type { Account, AuthConfig, TokenReply } from './types.ts';

/** One app registration in one cloud, and the attempt under way. */
type Client = {
  readonly app: PublicClientApplication;
  /** Authorisation address of the last `begin`; set by the library's own navigation hook. */
  url: string | undefined;
  /** `state` of an attempt whose answer has not come yet. */
  pending: string | undefined;
};

const clients = new Map<string, Promise<Client>>();
let isInMemory = false;

async function makeClient({ clientId, cloud }: AuthConfig): Promise<Client> {
  if (!isInMemory) keepSessionInMemory(window);
  isInMemory = true;
  const app = new PublicClientApplication({
    auth: {
      clientId,
      authority: authorityOf(cloud),
      clientCapabilities: ['CP1'],
      onRedirectNavigate: (url) => {
        client.url = url;
        return false;
      },
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  const client: Client = { app, url: undefined, pending: undefined };
  await app.initialize();
  return client;
}

function clientOf(config: AuthConfig): Promise<Client> {
  const key = `${config.cloud} ${config.clientId}`;
  const client = clients.get(key) ?? makeClient(config);
  clients.set(key, client);
  return client;
}

function toAccount({ tenantId, uniqueId, account }: AuthenticationResult): Account {
  const { username, name } = account;
  return { tenantId, userId: uniqueId, username, ...(name ? { name } : {}) };
}

function toReply(result: AuthenticationResult): TokenReply {
  return {
    ok: true,
    accessToken: result.accessToken,
    scopes: grantedScopes(result.accessToken, result.scopes),
    account: toAccount(result),
    expiresAt: (result.expiresOn ?? new Date()).toISOString(),
  };
}

function requestOf({ config, scopes, redirectUri, claims }: Ask) {
  return {
    authority: authorityOf(config.cloud, config.tenantId),
    scopes: [...scopes],
    redirectUri,
    ...(claims ? { claims } : {}),
  };
}

/** Hands an answer to the library; it keeps an attempt open until it has had one. */
async function redeem(client: Client, hash: string): Promise<AuthenticationResult | null> {
  client.pending = undefined;
  return client.app.handleRedirectPromise({ hash, navigateToLoginRequestUrl: false });
}

async function abandon(client: Client): Promise<void> {
  if (!client.pending) return;
  const answer = new URLSearchParams({ error: 'access_denied', state: client.pending });
  await redeem(client, `#${answer}`).catch(() => undefined);
}

async function begin(ask: Ask, prompt: 'none' | 'select_account' | 'as-needed'): Promise<Begun> {
  try {
    const client = await clientOf(ask.config);
    await abandon(client);
    client.url = undefined;
    await client.app.acquireTokenRedirect({
      ...requestOf(ask),
      ...(prompt === 'as-needed' ? {} : { prompt }),
      ...(ask.loginHint ? { loginHint: ask.loginHint } : {}),
    });
    const url = client.url as string | undefined;
    if (!url) return fail('no_authorize_url');
    client.pending = new URL(url).searchParams.get('state') ?? undefined;
    return { ok: true, url };
  } catch (error) {
    return fail(error);
  }
}

async function finish(ask: Ask, answer: string | undefined): Promise<TokenReply> {
  const client = await clientOf(ask.config);
  try {
    if (answer === undefined) {
      await abandon(client);
      return fail('user_cancelled');
    }
    const result = await redeem(client, new URL(answer).hash);
    return result ? toReply(result) : fail('no_response_for_this_sign_in');
  } catch (error) {
    return fail(error);
  }
}

function findAccount({ app }: Client, { config, loginHint }: Ask): AccountInfo | undefined {
  return app
    .getAllAccounts()
    .find(
      (account) =>
        (!config.tenantId || account.tenantId === config.tenantId) &&
        (!loginHint || account.username.toLowerCase() === loginHint.toLowerCase()),
    );
}

async function silent(ask: Ask): Promise<TokenReply> {
  try {
    const client = await clientOf(ask.config);
    const account = findAccount(client, ask);
    if (!account) return fail('no_account_in_memory');
    const result = await client.app.acquireTokenSilent({
      ...requestOf(ask),
      account,
      cacheLookupPolicy: ask.fresh
        ? CacheLookupPolicy.RefreshToken
        : CacheLookupPolicy.AccessTokenAndRefreshToken,
    });
    return toReply(result);
  } catch (error) {
    return fail(error);
  }
}

async function forget(config: AuthConfig): Promise<void> {
  const { app } = await clientOf(config);
  await app.clearCache();
}

/** The sign-in library, in this document. Nothing it keeps survives the document. */
export const msalHost: SignInHost = { begin, finish, silent, forget };
