import type { ReadHealth } from '../domain/diagnostics.ts';
import type { Findings, ReadResult } from '../domain/read.ts';

/** How each read of the last check ended, the ones that went wrong first. */
export function readsIn(findings: Findings): readonly ReadHealth[] {
  const reads = Object.entries(findings).map(([request, result]) => ({
    request,
    ok: result.kind === 'answer',
    result: resultOf(result),
    at: result.observedAt,
    ...('requestId' in result && result.requestId ? { requestId: result.requestId } : {}),
  }));
  return reads.toSorted((one, other) => Number(one.ok) - Number(other.ok));
}

/** A short form that is the same in every language: it is for the log of a support case. */
function resultOf(result: ReadResult): string {
  switch (result.kind) {
    case 'answer':
      return '200';
    case 'refused':
      return [result.status || 'no answer', result.code].filter(Boolean).join(' ');
    case 'not-consented':
      return `not sent, needs ${result.missing.join(' or ')}`;
    case 'signed-out':
      return 'not sent, signed out';
  }
}
