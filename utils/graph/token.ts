import type { Read, ReadResult } from '@/utils/domain/read.ts';
import type { GraphPorts, Token } from './ports.ts';

/** Without host and letter case: tokens name `User.Read` or `https://graph.microsoft.com/User.Read`. */
function bare(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
}

export function holdsAny(held: readonly string[], wanted: readonly string[]): boolean {
  const names = new Set(held.map(bare));
  return wanted.some((scope) => names.has(bare(scope)));
}

/** What a read is answered with when there is no token for it; nothing is sent then. */
export function withoutToken(
  token: Extract<Token, { ok: false }>,
  read: Read,
  nowMs: number,
): ReadResult {
  const observedAt = new Date(nowMs).toISOString();
  switch (token.reason) {
    case 'signed-out':
      return { kind: 'signed-out', observedAt };
    case 'consent-required':
      return { kind: 'not-consented', missing: read.scopes, observedAt };
    case 'offline':
      return { kind: 'refused', status: 0, code: '', message: token.message, observedAt };
  }
}

/** Why a read is not sent at all, or `undefined`. */
export function unsendable(read: Read, keeper: TokenKeeper, nowMs: number): ReadResult | undefined {
  const token = keeper.current;
  if (!token.ok) return withoutToken(token, read, nowMs);
  if (holdsAny(token.scopes, read.scopes)) return undefined;
  const observedAt = new Date(nowMs).toISOString();
  return { kind: 'not-consented', missing: read.scopes, observedAt };
}

/** The token of one reading. A claims challenge renews it once, for all reads together. */
export class TokenKeeper {
  #ports: GraphPorts;
  #token: Token;
  #renewal: Promise<Token> | undefined;

  private constructor(ports: GraphPorts, token: Token) {
    this.#ports = ports;
    this.#token = token;
  }

  static async open(ports: GraphPorts): Promise<TokenKeeper> {
    return new TokenKeeper(ports, await ports.getToken());
  }

  get current(): Token {
    return this.#token;
  }

  accessToken(): string {
    return this.#token.ok ? this.#token.accessToken : '';
  }

  /** @param claims JSON of the challenge; of several that arrive together the first is met. */
  async renew(claims: string): Promise<Token> {
    this.#renewal ??= this.#ports.getToken(claims);
    this.#token = await this.#renewal;
    return this.#token;
  }
}
