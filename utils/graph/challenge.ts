import type { Reply } from './transport.ts';

/**
 * The claims that a continuous access evaluation challenge asks for, as JSON, or `undefined`
 * (https://learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
export function claimsIn(reply: Reply): string | undefined {
  if (reply.status !== 401 && reply.status !== 403) return undefined;
  const challenge = reply.header('WWW-Authenticate') ?? '';
  if (!/error="insufficient_claims"/i.test(challenge)) return undefined;
  const encoded = /claims="([^"]+)"/i.exec(challenge)?.[1];
  if (!encoded) return undefined;
  try {
    const claims = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    JSON.parse(claims);
    return claims;
  } catch {
    return undefined;
  }
}
