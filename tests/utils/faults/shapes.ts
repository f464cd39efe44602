import type { Fault } from '@/simulator/world.ts';

/** One way in which Graph, or what is between us and it, fails. */
export type Shape = Readonly<{ name: string; fault: Omit<Fault, 'match' | 'times'> }>;

type Headers = Readonly<Record<string, string>>;

function refusal(status: number, code: string, message = '', headers: Headers = {}): Shape {
  const body = { error: { code, message, innerError: { 'request-id': 'a-request' } } };
  const fault = { respond: { status, headers: { ...headers }, body } };
  const hints = Object.entries(headers).map(([name, value]) => `${name} ${value.slice(0, 24)}`);
  return { name: [status, code || 'no code', message.slice(0, 30), ...hints].join(' '), fault };
}

function answer(name: string, body: string | object | undefined, type = 'application/json') {
  const headers = { 'content-type': type };
  const respond = { status: 200, headers, ...(body === undefined ? {} : { body }) };
  return { name: `200 with ${name}`, fault: { respond } } satisfies Shape;
}

const CLAIMS = btoa('{"access_token":{"nbf":{"essential":true,"value":"1760000000"}}}');
const CHALLENGE = { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${CLAIMS}"` };
const SEGMENT = "Resource not found for the segment 'x'.";
const PAGE = '<html><title>Sign in to the network</title></html>';
const PREMIUM = 'Authentication_RequestFromNonPremiumTenantOrB2CTenant';
const SCOPE = { 'x-ms-throttle-scope': 'Tenant_Application/ReadWrite/app/tenant' };

/**
 * The documented ways to fail (learn.microsoft.com/graph: errors, throttling, throttling-limits,
 * json-batching, resolve-auth-errors; learn.microsoft.com/entra/identity-platform/claims-challenge)
 * and those of every network.
 */
export const SHAPES: readonly Shape[] = [
  refusal(429, 'TooManyRequests', '', { 'Retry-After': '7' }),
  refusal(429, 'TooManyRequests', '', { 'Retry-After': '120' }),
  refusal(429, 'TooManyRequests'),
  refusal(429, 'Request_ThrottledTemporarily', '', { 'Retry-After': '10', ...SCOPE }),
  refusal(500, 'InternalServerError'),
  { name: '502 page of a gateway', fault: { respond: { status: 502, body: PAGE } } },
  refusal(503, 'ServiceUnavailable', '', { 'Retry-After': '5' }),
  refusal(503, 'ServiceUnavailable'),
  refusal(504, 'GatewayTimeout'),
  { name: 'connection reset', fault: { drop: true } },
  { name: 'answer that breaks off', fault: { cutOff: true } },
  answer('half of a JSON', '{"value":[{"id":'),
  answer('a page', PAGE, 'text/html'),
  answer('JSON that calls itself a page', '{"value":[]}', 'text/html'),
  answer('nothing', undefined),
  answer('an empty object', {}),
  answer('an empty list', '[]'),
  answer('null', 'null'),
  refusal(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'),
  refusal(401, 'InvalidAuthenticationToken', 'Continuous access evaluation', CHALLENGE),
  refusal(403, 'insufficient_claims', '', CHALLENGE),
  refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
  refusal(403, 'accessDenied', 'Request Authorization failed'),
  refusal(403, 'AccessDenied', 'required scopes are missing in the token.'),
  refusal(403, 'Forbidden', 'Forbidden'),
  refusal(403, 'UnknownError', 'User is not in the allowed roles'),
  refusal(403, 'Authentication_MSGraphPermissionMissing'),
  refusal(403, PREMIUM),
  refusal(403, ''),
  refusal(400, 'BadRequest', SEGMENT),
  refusal(400, 'AadPremiumLicenseRequired'),
  refusal(404, 'ResourceNotFound', SEGMENT),
  refusal(404, 'Request_ResourceNotFound'),
  refusal(404, ''),
  { name: '404 page of a gateway', fault: { respond: { status: 404, body: PAGE } } },
  refusal(424, 'FailedDependency'),
  refusal(501, 'NotImplemented'),
];

/** An answer that comes after we stopped waiting; run with a short patience. */
export const LATE: Shape = { name: 'time-out', fault: { delayMs: 2_600 } };
export const PATIENCE_MS = 2_000;

/**
 * Graph's own word that a thing is not there. It cannot be told from the truth, so a step may say
 * "not there"; it may not say more.
 */
export function saysAbsent({ name }: Shape): boolean {
  return name.startsWith('404 Request_ResourceNotFound');
}
