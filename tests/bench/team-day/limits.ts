import { makeThrottle } from '@/simulator/graph/throttle.ts';
import type { Budget } from '@/utils/domain/read.ts';
import { PACE } from '@/utils/graph/budget.ts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;
export const DAY_MS = 24 * HOUR_MS;
export const WORKDAY_MS = 8 * HOUR_MS;

export type Limited = Exclude<Budget, 'directory'>;

/**
 * The directory's smallest limit, of tenants with under 50 users, in resource units of one app in
 * one tenant (https://learn.microsoft.com/graph/throttling-limits).
 */
export const DIRECTORY = { units: 3_500, windowMs: 10 * SECOND_MS } as const;

/** What requests cost there; anything else costs 1. `$select` makes it 1 less, never under 1. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/\/checkMemberGroups/, 4],
  [/^\/subscribedSkus/, 3],
  [/\/transitiveMemberOf|\/memberOf|\/licenseDetails/, 2],
];

export function unitsOf(path: string): number {
  const units = UNITS.find(([pattern]) => pattern.test(path))?.[1] ?? 1;
  return Math.max(1, units - (path.includes('$select=') ? 1 : 0));
}

/** How many requests a limit allows in a span of time. */
export function allowedIn(limit: Limited, spanMs: number): number {
  const pace = PACE[limit];
  if (!pace) throw new Error(`no pace for ${limit}`);
  return (pace.requests * spanMs) / pace.windowMs;
}

/** What one tenant's limits saw in a day. */
export class Limits {
  requests = 0;
  /** How often a limit said 429. */
  refused = 0;
  readonly asked: Record<Limited, number> = { 'conditional-access': 0, reports: 0 };
  /** When each request of a limit came, for the busiest hour. */
  readonly cameMs: Record<Limited, number[]> = { 'conditional-access': [], reports: [] };
  #units = new Map<number, number>();
  #throttle = makeThrottle();
  #refuses: boolean;

  /** @param refuses Whether a limit that is used up refuses; without, all that is asked is counted. */
  constructor(refuses = true) {
    this.#refuses = refuses;
  }

  /** @throws Refusal with status 429 above a limit. */
  spend(budget: Budget, path: string, nowMs: number): void {
    if (budget === 'directory') {
      const window = Math.floor(nowMs / DIRECTORY.windowMs);
      this.#units.set(window, (this.#units.get(window) ?? 0) + unitsOf(path));
      return;
    }
    this.asked[budget] += 1;
    this.cameMs[budget].push(nowMs);
    if (!this.#refuses) return;
    try {
      this.#throttle('tenant', budget, nowMs);
    } catch (error) {
      this.refused += 1;
      throw error;
    }
  }

  /** Resource units of the directory in its busiest ten seconds. */
  get busiestUnits(): number {
    return Math.max(0, ...this.#units.values());
  }

  /** Requests of a limit in its busiest hour, by the clock. */
  busiestHour(limit: Limited): number {
    const hours = new Map<number, number>();
    for (const atMs of this.cameMs[limit]) {
      const hour = Math.floor(atMs / HOUR_MS);
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    return Math.max(0, ...hours.values());
  }
}
