/** A frame of a blade carries its short-lived token in its address. */
const frameToken = new URLSearchParams(location.search).get('token');

/** What an endpoint refused, in its own words. */
export class Refused extends Error {}

/**
 * Talks to this origin's `/api`. Throws `Refused` with the server's sentence; when the session
 * has ended the document is loaded again, which leads to sign-in.
 */
export async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/api${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(frameToken ? { authorization: `Bearer ${frameToken}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === 401 && !frameToken) location.reload();
  const answer: unknown = await response.json();
  if (!response.ok) throw new Refused((answer as { error?: string }).error ?? response.statusText);
  return answer as Answer;
}

export const get = <Answer>(path: string): Promise<Answer> => call('GET', path);
export const post = <Answer>(path: string, body: unknown): Promise<Answer> =>
  call('POST', path, body);
