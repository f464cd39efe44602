import { badRequest, Refusal } from './answer.ts';
import type { Endpoint, Version } from './endpoint.ts';

export type Match = Readonly<{ endpoint: Endpoint; params: Readonly<Record<string, string>> }>;

function matchPath(pattern: string, segments: readonly string[]): Match['params'] | undefined {
  const wanted = pattern.slice(1).split('/');
  const least = wanted.filter((segment) => !segment.endsWith('?')).length;
  if (segments.length < least || segments.length > wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const expected = String(wanted[index]);
    if (expected.startsWith(':')) params[expected.slice(1).replace('?', '')] = segment;
    else if (expected.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return params;
}

/** `/me` is the reader's own `/users/{id}`. */
function splitPath(path: string, readerId: string): string[] {
  const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
  return segments[0]?.toLowerCase() === 'me' ? ['users', readerId, ...segments.slice(1)] : segments;
}

/**
 * Finds the endpoint for a request.
 *
 * @throws Refusal: 400 for an address Graph does not have in this version, 405 for another method.
 */
export function matchEndpoint(
  endpoints: readonly Endpoint[],
  request: Readonly<{ method: string; version: Version; path: string; readerId: string }>,
): Match {
  const segments = splitPath(request.path, request.readerId);
  const matches = endpoints.flatMap((endpoint) => {
    const params = matchPath(endpoint.path, segments);
    return params && endpoint.versions.includes(request.version) ? [{ endpoint, params }] : [];
  });
  const match = matches.find(({ endpoint }) => endpoint.method === request.method);
  if (match) return match;
  if (matches.length === 0 && request.method === 'GET') {
    throw badRequest(`Resource not found for the segment '${segments.at(-1) ?? ''}'.`);
  }
  const words = 'Specified HTTP method is not allowed for the request target.';
  throw new Refusal(405, 'Request_BadRequest', words);
}
