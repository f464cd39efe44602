import { randomUUID } from 'node:crypto';
import type { User } from '../tenant/state.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Session, World } from '../world.ts';
import { makeSigningKeys, type SigningKeys } from './keys.ts';

/** One account signed in to a browser. */
export type SignedIn = {
  tenantId: string;
  userId: string;
  /** Whether a second factor was given in this browser session. */
  mfa: boolean;
  /** When the password or second factor was last given, milliseconds of real time. */
  authTimeMs: number;
};

/** What the sign-in host's cookie stands for. The account used last comes first. */
export type BrowserSession = { id: string; accounts: SignedIn[] };

/** A validated authorisation request. */
export type AuthorizeRequest = Readonly<{
  tenant: string;
  clientId: string;
  redirectUri: string;
  responseMode: 'fragment' | 'query';
  scopes: readonly string[];
  state: string;
  nonce: string | undefined;
  codeChallenge: string | undefined;
  prompt: string | undefined;
  loginHint: string | undefined;
  wantsClientInfo: boolean;
}>;

/** One first or second factor given, as the sign-in log words it. */
export type FactorUsed = Readonly<{
  atIso: string;
  kind: 'password' | 'code' | 'registered';
}>;

/** One person's way through the sign-in pages. */
export type Flow = {
  id: string;
  request: AuthorizeRequest;
  browserSessionId: string;
  correlationId: string;
  /** Typed or picked; absent: still to be asked for. */
  username?: string;
  account?: SignedIn;
  factors: FactorUsed[];
  /** AADSTS numbers of interruptions so far, in order. */
  interrupts: number[];
  /** Ids of the methods the account had when it was asked to register one. */
  methodIdsBefore?: string[];
  /** The account was chosen in this sign-in; the picker is not shown again. */
  picked: boolean;
  /** Consent was given in this sign-in, so `prompt=consent` is satisfied. */
  consented: boolean;
};

/** What an authorisation code or refresh token stands for. */
export type Grant = {
  clientId: string;
  redirectUri: string;
  tenantId: string;
  userId: string;
  mfa: boolean;
  authTimeMs: number;
  scopes: readonly string[];
  nonce: string | undefined;
  codeChallenge: string | undefined;
  wantsClientInfo: boolean;
  expiresMs: number;
};

export type AccessToken = Pick<Grant, 'tenantId' | 'userId' | 'mfa' | 'scopes' | 'expiresMs'>;

export type IdentityState = {
  keys: Promise<SigningKeys>;
  browserSessions: Map<string, BrowserSession>;
  flows: Map<string, Flow>;
  codes: Map<string, Grant>;
  refreshTokens: Map<string, Grant>;
  accessTokens: Map<string, AccessToken>;
  portalSessions: Map<string, SignedIn>;
  /** Every access, refresh and id token ever handed out, for tests that look where they went. */
  issued: string[];
};

const states = new WeakMap<World, IdentityState>();

/** The sign-in service's memory of one simulation. */
export function identityOf(world: World): IdentityState {
  let state = states.get(world);
  if (!state) {
    state = {
      keys: makeSigningKeys(),
      browserSessions: new Map(),
      flows: new Map(),
      codes: new Map(),
      refreshTokens: new Map(),
      accessTokens: new Map(),
      portalSessions: new Map(),
      issued: [],
    };
    states.set(world, state);
  }
  return state;
}

/** Keeps `value` under a new unguessable key and returns the key. */
export function keep<Value>(map: Map<string, Value>, value: Value): string {
  const key = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  map.set(key, value);
  return key;
}

/** The living user behind ids; `undefined` when the scenario no longer has them or blocks them. */
export function resolve(
  world: World,
  ids: Pick<SignedIn, 'tenantId' | 'userId' | 'mfa'>,
): Session | undefined {
  const tenant = world.tenants.find((candidate) => candidate.id === ids.tenantId);
  const user = tenant?.truth.users.find((candidate) => candidate.id === ids.userId);
  return tenant && user?.accountEnabled ? { tenant, user, mfa: ids.mfa } : undefined;
}

/** Finds an account by sign-in name in all tenants, as Microsoft's home-realm discovery does. */
export function findByUsername(
  world: World,
  username: string,
): { tenant: Tenant; user: User } | undefined {
  const wanted = username.trim().toLowerCase();
  for (const tenant of world.tenants) {
    const user = tenant.truth.users.find(
      (candidate) => candidate.userPrincipalName.toLowerCase() === wanted,
    );
    if (user) return { tenant, user };
  }
  return undefined;
}

/** Whom a Graph bearer token stands for; `undefined` when it is unknown or expired. */
export function resolveBearer(
  world: World,
  token: string,
): (Session & { scopes: string[] }) | undefined {
  const known = identityOf(world).accessTokens.get(token);
  if (!known || known.expiresMs <= Date.now()) return undefined;
  const session = resolve(world, known);
  return session && { ...session, scopes: [...known.scopes] };
}
