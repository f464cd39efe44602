import { getToken } from '../auth/index.ts';
import type { Cloud } from '../domain/cloud.ts';
import type { SignedInAs } from '../state/stored.ts';

/**
 * A token carries every permission that was consented to; asking for all we might want would get
 * none where only a part was granted.
 */
const ANY_SCOPE: readonly string[] = ['User.Read'];

/**
 * How the reader gets its token: for whoever was signed in when the look began.
 *
 * @param fresh A new one, although the one in memory is still good: it may carry more permissions.
 */
export function tokenOf(account: SignedInAs, clientId: string, cloud: Cloud, fresh: boolean) {
  const config = { clientId, tenantId: account.tenantId, cloud };
  return async (claims?: string) => {
    const challenge = claims ? { claims } : {};
    const renewed = fresh ? { fresh } : {};
    const hint = { loginHint: account.username, ...challenge, ...renewed };
    const reply = await getToken(config, ANY_SCOPE, hint);
    if (reply.ok) return reply;
    const { code, message } = reply.failure;
    return { ok: false as const, reason: blindBecause(code), message };
  };
}

function blindBecause(code: string): 'signed-out' | 'consent-required' | 'offline' {
  if (code === 'offline') return 'offline';
  return code === 'consent-required' || code === 'admin-consent-required'
    ? 'consent-required'
    : 'signed-out';
}
