import type { Findings } from '@/utils/domain/read.ts';
import type { BudgetState } from './budget.ts';

/** An access token for Graph, or why there is none. */
export type Token =
  | Readonly<{ ok: true; accessToken: string; scopes: readonly string[] }>
  | Readonly<{
      ok: false;
      reason: 'signed-out' | 'consent-required' | 'offline';
      message: string;
    }>;

/** All that the reader needs from the outside world. */
export type GraphPorts = Readonly<{
  /** @param claims JSON of a claims challenge that the token must satisfy. */
  getToken: (claims?: string) => Promise<Token>;
  /** Graph's address without version, e.g. `https://graph.microsoft.com`. */
  graphRoot: string;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Resolves after `ms`, or at once when `signal` is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A number from 0 to 1, another each time: spreads what would otherwise come back together. */
  random: () => number;
  fetch?: typeof fetch;
  /** How long one answer may take, milliseconds; 20 seconds unless given. */
  answerWithinMs?: number;
}>;

export type ReadOptions = Readonly<{
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}>;

export type ReadOutcome = Readonly<{ findings: Findings; budget: BudgetState }>;
