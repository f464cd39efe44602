import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:https';
import type { Simulator } from '@/simulator/index.ts';
import { APP } from '@/simulator/scenarios/ids.ts';

export const REDIRECT = APP.redirectUris[0];
export const ORIGIN = 'chrome-extension://fnabbnifphjenbikjacdpciopkjnlnjp';
const LOGIN = 'https://login.microsoftonline.com';

export type Answer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
  /** Where a redirect leads. */
  location: string;
}>;

type Init = Readonly<{ method?: string; headers?: Record<string, string>; body?: string }>;

/** Asks the simulation over TLS, trusting its authority and no other. */
export function ask(simulator: Simulator, address: string, init: Init = {}): Promise<Answer> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: simulator.port,
        servername: url.hostname,
        ca: simulator.caPem,
        path: url.pathname + url.search,
        method: init.method ?? 'GET',
        headers: { host: url.hostname, accept: 'text/html', ...init.headers },
      },
      (incoming) => {
        let body = '';
        incoming.on('data', (part) => {
          body += part;
        });
        incoming.on('end', () => {
          const { statusCode: status = 0, headers } = incoming;
          resolve({ status, headers, body, location: headers.location ?? '' });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(init.body);
  });
}

/** A browser in small: cookies per host, forms, no scripts. */
export class Visitor {
  #simulator: Simulator;
  #cookies = new Map<string, Map<string, string>>();

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  async #ask(address: string, init: Init = {}): Promise<Answer> {
    const { hostname } = new URL(address);
    const jar = this.#cookies.get(hostname) ?? new Map<string, string>();
    this.#cookies.set(hostname, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask(this.#simulator, address, {
      ...init,
      headers: { ...(cookie ? { cookie } : {}), ...init.headers },
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  /** Opens an address and follows redirects until a page, or the app's own address, is reached. */
  async open(address: string): Promise<Answer> {
    let answer = await this.#ask(address);
    while (answer.location && !answer.location.startsWith(REDIRECT)) {
      answer = await this.#ask(new URL(answer.location, address).href);
    }
    return answer;
  }

  /** Fills the form of a sign-in page. */
  async submit(page: Answer, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const hidden = [...page.body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const values = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    const answer = await this.#ask(`${LOGIN}/common/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...values, ...fields }).toString(),
    });
    if (!answer.location || answer.location.startsWith(REDIRECT)) return answer;
    return this.open(answer.location);
  }
}

/** A PKCE pair. */
export function makePkce(): Readonly<{ verifier: string; challenge: string }> {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The address a single-page app opens to sign somebody in. */
export function authorizeAddress(
  challenge: string,
  more: Readonly<Record<string, string>> = {},
  tenant = 'organizations',
): string {
  const query = new URLSearchParams({
    client_id: APP.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: REDIRECT,
    scope: 'openid profile offline_access User.Read',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    client_info: '1',
    ...more,
  });
  return `${LOGIN}/${tenant}/oauth2/v2.0/authorize?${query}`;
}

/** What the app is told in the fragment of its redirect address. */
export function told({ location }: Answer): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(new URL(location).hash.slice(1)));
}

/** Asks the token endpoint; `origin` absent as from a server. */
export async function askToken(
  simulator: Simulator,
  fields: Readonly<Record<string, string>>,
  origin: string | undefined = ORIGIN,
) {
  const answer = await ask(simulator, `${LOGIN}/organizations/oauth2/v2.0/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(origin ? { origin } : {}),
    },
    body: new URLSearchParams({ client_id: APP.clientId, ...fields }).toString(),
  });
  return { ...answer, json: JSON.parse(answer.body) };
}
