import * as v from 'valibot';

const Claims = v.object({ scp: v.string() });

/**
 * The delegated permissions in an access token: its `scp` claim. A token that cannot be read (to
 * clients it is opaque by contract) leaves the word to what came with it.
 *
 * @param told What the library says was granted: the answer's `scope`, or, where Microsoft left it
 *   out, what had been asked for.
 */
export function grantedScopes(accessToken: string, told: readonly string[]): readonly string[] {
  const claims = v.safeParse(Claims, claimsIn(accessToken));
  return claims.success ? claims.output.scp.split(' ').filter(Boolean) : told;
}

function claimsIn(token: string): unknown {
  const [, payload = ''] = token.split('.');
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
