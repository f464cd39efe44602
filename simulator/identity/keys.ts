import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

const KEY_ID = 'simulated-key-1';

export type SigningKeys = Readonly<{
  /** Public half, as the key endpoint publishes it. */
  jwks: Readonly<{ keys: readonly JWK[] }>;
  sign: (claims: Record<string, unknown>) => Promise<string>;
}>;

/** Makes the key pair that signs tokens for the life of one simulation. */
export async function makeSigningKeys(): Promise<SigningKeys> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' };
  return {
    jwks: { keys: [jwk] },
    sign: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
        .sign(privateKey),
  };
}
