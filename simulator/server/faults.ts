import type { Fault, World } from '../world.ts';

function matches(pattern: string, subject: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(subject);
}

/**
 * The fault to apply to a request, if one is set for it. Uses up one of its `times`.
 *
 * `address` is host, path and query without the scheme (`graph.microsoft.com/v1.0/me`); items of a
 * `$batch` are asked for one by one under the address they would have alone.
 */
export function takeFault(world: World, method: string, address: string): Fault | undefined {
  const subject = `${method.toUpperCase()} ${address}`;
  const fault = world.faults.find(
    (candidate) => candidate.times !== 0 && matches(candidate.match, subject),
  );
  if (fault?.times !== undefined) fault.times -= 1;
  return fault;
}
