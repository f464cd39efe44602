import type { Findings } from '@/utils/domain/read.ts';

/**
 * Of earlier findings, the answers that are at most `maxAgeMs` old: to be reused as `previous` when
 * nothing suggests that the tenant changed, which spares the limits the whole team shares.
 */
export function recentAnswers(findings: Findings, nowMs: number, maxAgeMs: number): Findings {
  const isRecent = (observedAt: string) => {
    const ageMs = nowMs - Date.parse(observedAt);
    return ageMs >= 0 && ageMs <= maxAgeMs;
  };
  const recent = Object.entries(findings).filter(
    ([, result]) => result.kind === 'answer' && isRecent(result.observedAt),
  );
  return Object.fromEntries(recent);
}
