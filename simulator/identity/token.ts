import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { World } from '../world.ts';
import { type Aadsts, describe } from './aadsts.ts';
import { parseScopes } from './authorize.ts';
import { findClient } from './clients.ts';
import { grantedScopes, missingScopes } from './consent.ts';
import { type Grant, identityOf, keep, resolve } from './state.ts';

const TOKEN_LIFE_S = 3_600;
/** Refresh tokens of single-page apps live a day, however often they are used. */
const REFRESH_LIFE_MS = 24 * 3_600_000;

type Redeemed =
  | Readonly<{ ok: true; grant: Grant }>
  | Readonly<{ ok: false; error: string; aadsts: Aadsts }>;

function refuse(error: string, aadsts: Aadsts): Redeemed {
  return { ok: false, error, aadsts };
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function redeemCode(world: World, fields: URLSearchParams): Redeemed {
  const { codes } = identityOf(world);
  const code = fields.get('code') ?? '';
  const grant = codes.get(code);
  if (!grant) return refuse('invalid_grant', 54005);
  codes.delete(code);
  if (grant.expiresMs <= Date.now()) return refuse('invalid_grant', 70008);
  if (grant.clientId !== fields.get('client_id')) return refuse('unauthorized_client', 700016);
  if (grant.redirectUri !== fields.get('redirect_uri')) return refuse('invalid_client', 500112);
  if (grant.codeChallenge !== challengeOf(fields.get('code_verifier') ?? '')) {
    return refuse('invalid_grant', 50148);
  }
  return { ok: true, grant: { ...grant, expiresMs: Date.now() + REFRESH_LIFE_MS } };
}

function redeemRefreshToken(world: World, fields: URLSearchParams): Redeemed {
  const { refreshTokens } = identityOf(world);
  const token = fields.get('refresh_token') ?? '';
  const grant = refreshTokens.get(token);
  refreshTokens.delete(token);
  if (!grant || grant.expiresMs <= Date.now()) return refuse('invalid_grant', 700084);
  const session = resolve(world, grant);
  if (!session) return refuse('invalid_grant', 50173);
  const asked = parseScopes(fields.get('scope') ?? undefined);
  if (missingScopes(session, asked).length > 0) return refuse('invalid_grant', 65001);
  return { ok: true, grant: { ...grant, scopes: grantedScopes(session, asked) } };
}

function clientInfo(grant: Grant): string {
  const info = JSON.stringify({ uid: grant.userId, utid: grant.tenantId });
  return Buffer.from(info).toString('base64url');
}

function claimsOf(world: World, grant: Grant) {
  const session = resolve(world, grant);
  const nowS = Math.floor(Date.now() / 1_000);
  return {
    iss: `https://login.microsoftonline.com/${grant.tenantId}/v2.0`,
    iat: nowS,
    nbf: nowS,
    exp: nowS + TOKEN_LIFE_S,
    oid: grant.userId,
    sub: grant.userId,
    tid: grant.tenantId,
    name: session?.user.displayName,
    preferred_username: session?.user.userPrincipalName,
    amr: grant.mfa ? ['pwd', 'mfa'] : ['pwd'],
    auth_time: Math.floor(grant.authTimeMs / 1_000),
    uti: randomUUID(),
    ver: '2.0',
  };
}

async function issue(world: World, grant: Grant): Promise<Record<string, unknown>> {
  const identity = identityOf(world);
  const { sign } = await identity.keys;
  const claims = claimsOf(world, grant);
  const scope = grant.scopes.filter((name) => name !== 'offline_access').join(' ');
  const aud = findClient(world, grant.clientId)?.resource.id;
  const accessToken = await sign({ ...claims, aud, appid: grant.clientId, scp: scope });
  identity.accessTokens.set(accessToken, {
    ...grant,
    expiresMs: Date.now() + TOKEN_LIFE_S * 1_000,
  });
  const idToken = await sign({ ...claims, aud: grant.clientId, nonce: grant.nonce });
  const lasting = grant.scopes.includes('offline_access');
  const refreshToken = lasting ? keep(identity.refreshTokens, grant) : undefined;
  identity.issued.push(accessToken, idToken, ...(refreshToken ? [refreshToken] : []));
  return {
    token_type: 'Bearer',
    scope,
    expires_in: TOKEN_LIFE_S,
    ext_expires_in: TOKEN_LIFE_S,
    access_token: accessToken,
    id_token: idToken,
    ...(refreshToken && {
      refresh_token: refreshToken,
      refresh_token_expires_in: Math.floor((grant.expiresMs - Date.now()) / 1_000),
    }),
    ...(grant.wantsClientInfo && { client_info: clientInfo(grant) }),
  };
}

function errorBody(error: string, aadsts: Aadsts) {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = new Date().toISOString().replace(/T(.*)\..*/, ' $1Z');
  return {
    error,
    error_description: `${describe(aadsts)} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [aadsts],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${aadsts}`,
    ...(aadsts === 65001 && { suberror: 'consent_required' }),
    ...(aadsts === 700084 && { suberror: 'bad_token' }),
  };
}

function redeem(world: World, fields: URLSearchParams, origin: string | undefined): Redeemed {
  const client = findClient(world, fields.get('client_id') ?? '');
  if (!client) return refuse('unauthorized_client', 700016);
  if (client.kind === 'spa' && !origin) return refuse('invalid_request', 9002327);
  if (client.kind !== 'spa') return refuse('invalid_request', 9002326);
  switch (fields.get('grant_type')) {
    case 'authorization_code':
      return redeemCode(world, fields);
    case 'refresh_token':
      return redeemRefreshToken(world, fields);
    default:
      return refuse('unsupported_grant_type', 90014);
  }
}

/** The token endpoint: codes with PKCE, and refresh tokens that work once. */
export async function answerToken(world: World, c: Context): Promise<Response> {
  const fields = new URLSearchParams(await c.req.text());
  const origin = c.req.header('origin');
  const redeemed = redeem(world, fields, origin);
  const headers = {
    'cache-control': 'no-store',
    ...(origin && { 'access-control-allow-origin': origin, vary: 'Origin' }),
  };
  if (redeemed.ok) return c.json(await issue(world, redeemed.grant), 200, headers);
  return c.json(errorBody(redeemed.error, redeemed.aadsts), 400, headers);
}
