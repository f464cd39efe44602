/** An address taken apart; `undefined` when it is none. (`URL.parse` is missing before Node 22.) */
export function parseAddress(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
