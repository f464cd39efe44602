/**
 * What a look reads: `everything`, as if nobody knew anything (asked for, signed in, other
 * answers); `stale`, all steps, where only what Graph derives from unchanged facts may stand; or
 * some steps, and what rests on facts that changed with them.
 */
export type LookAt = 'everything' | 'stale' | readonly string[];

/** It reads all steps. */
export function isWhole(look: LookAt): look is 'everything' | 'stale' {
  return typeof look === 'string';
}

/** One look that does what two wanted. */
export function together(one: LookAt | undefined, other: LookAt): LookAt {
  if (one === undefined || one === other) return other;
  if (one === 'everything' || other === 'everything') return 'everything';
  if (isWhole(one) || isWhole(other)) return 'stale';
  return [...new Set([...one, ...other])];
}
