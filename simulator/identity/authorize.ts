import { randomUUID } from 'node:crypto';
import type { World } from '../world.ts';
import { type Aadsts, describe } from './aadsts.ts';
import { findClient } from './clients.ts';
import type { AuthorizeRequest } from './state.ts';

export type ParsedRequest =
  | Readonly<{ ok: true; request: AuthorizeRequest }>
  /** Shown on the sign-in host: the redirect address cannot be trusted. */
  | Readonly<{ ok: false; aadsts: Aadsts }>
  /** Told to the app. */
  | Readonly<{ ok: false; redirect: string }>;

const PROMPTS = ['none', 'login', 'select_account', 'consent'];
const GRAPH = 'https://graph.microsoft.com/';

/** Scopes as consent lists them: without Graph's own prefix. */
export function parseScopes(scope: string | undefined): string[] {
  const scopes = (scope ?? '').split(' ').filter(Boolean);
  return scopes.map((name) => (name.startsWith(GRAPH) ? name.slice(GRAPH.length) : name));
}

/** The address that carries an answer back to the app. */
export function answerAddress(
  request: Pick<AuthorizeRequest, 'redirectUri' | 'responseMode' | 'state'>,
  values: Readonly<Record<string, string>>,
): string {
  const answer = new URLSearchParams({ ...values, state: request.state });
  const separator = request.responseMode === 'fragment' ? '#' : '?';
  return `${request.redirectUri}${separator}${answer}`;
}

/** An error answer in the service's shape: `error`, and `error_description` with the number. */
export function errorAddress(request: AuthorizeRequest, error: string, aadsts: Aadsts): string {
  const stamp = new Date().toISOString().replace(/T(.*)\..*/, ' $1Z');
  const ids = `Trace ID: ${randomUUID()} Correlation ID: ${randomUUID()} Timestamp: ${stamp}`;
  return answerAddress(request, {
    error,
    error_description: `${describe(aadsts)} ${ids}`,
    error_uri: `https://login.microsoftonline.com/error?code=${aadsts}`,
    ...(error === 'access_denied' && { error_subcode: 'cancel' }),
  });
}

function knowsTenant(world: World, name: string): boolean {
  if (['common', 'organizations'].includes(name)) return true;
  return world.tenants.some(
    (tenant) =>
      tenant.id === name || tenant.truth.verifiedDomains.some((domain) => domain.name === name),
  );
}

function malformed(request: AuthorizeRequest, query: URLSearchParams): string | undefined {
  if (query.get('response_type') !== 'code') return 'response_type';
  if (request.codeChallenge && query.get('code_challenge_method') !== 'S256') {
    return 'code_challenge_method';
  }
  return request.prompt && !PROMPTS.includes(request.prompt) ? 'prompt' : undefined;
}

function toRequest(tenant: string, query: URLSearchParams): AuthorizeRequest {
  return {
    tenant,
    clientId: (query.get('client_id') ?? '').toLowerCase(),
    redirectUri: query.get('redirect_uri') ?? '',
    responseMode: query.get('response_mode') === 'fragment' ? 'fragment' : 'query',
    scopes: parseScopes(query.get('scope') ?? undefined),
    state: query.get('state') ?? '',
    nonce: query.get('nonce') ?? undefined,
    codeChallenge: query.get('code_challenge') ?? undefined,
    prompt: query.get('prompt') ?? undefined,
    loginHint: query.get('login_hint') ?? undefined,
    wantsClientInfo: query.get('client_info') === '1',
  };
}

/** Validates an authorisation request in the order in which the service does. */
export function parseRequest(world: World, tenant: string, query: URLSearchParams): ParsedRequest {
  const request = toRequest(tenant, query);
  if (!knowsTenant(world, tenant)) return { ok: false, aadsts: 90002 };
  const client = findClient(world, request.clientId);
  if (!client) return { ok: false, aadsts: 700016 };
  if (!client.redirectUris.includes(request.redirectUri)) return { ok: false, aadsts: 50011 };
  if (malformed(request, query)) {
    return { ok: false, redirect: errorAddress(request, 'invalid_request', 90014) };
  }
  if (client.kind === 'spa' && !request.codeChallenge) {
    return { ok: false, redirect: errorAddress(request, 'invalid_request', 9002325) };
  }
  return { ok: true, request };
}
