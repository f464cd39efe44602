import { Refusal } from './answer.ts';
import type { Endpoint } from './endpoint.ts';

type Limit = NonNullable<Endpoint['limit']>;

/**
 * The two limits a guide can meet, per tenant
 * (https://learn.microsoft.com/graph/throttling-limits). The first comes without Retry-After.
 */
const LIMITS: Readonly<Record<Limit, Readonly<{ requests: number; windowMs: number }>>> = {
  'conditional-access': { requests: 1, windowMs: 1_000 },
  reports: { requests: 5, windowMs: 10_000 },
};

export type Throttle = (tenantId: string, limit: Limit, nowMs: number) => void;

function tooMany(headers: Readonly<Record<string, string>>): Refusal {
  return new Refusal(429, 'TooManyRequests', 'Too many requests.', headers);
}

/** Counts requests; the returned function throws a Refusal with status 429 above a limit. */
export function makeThrottle(): Throttle {
  const accepted = new Map<string, number[]>();
  return (tenantId, limit, nowMs) => {
    const key = `${tenantId} ${limit}`;
    const { requests, windowMs } = LIMITS[limit];
    const recent = (accepted.get(key) ?? []).filter((atMs) => nowMs - atMs < windowMs);
    accepted.set(key, recent);
    if (recent.length < requests) {
      recent.push(nowMs);
      return;
    }
    const waitMs = windowMs - (nowMs - (recent[0] ?? nowMs));
    const seconds = String(Math.max(1, Math.ceil(waitMs / 1_000)));
    throw tooMany(limit === 'reports' ? { 'Retry-After': seconds } : {});
  };
}
