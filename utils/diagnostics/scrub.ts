import type { Diagnostics } from '../domain/diagnostics.ts';
import { type Known, openScrubber } from '../report/pseudonyms.ts';

/**
 * Diagnostics without personal data. Every text goes through the scrubber but Microsoft's request
 * ids: what is added later is scrubbed too, unless somebody decides otherwise here.
 */
export function scrub(raw: Diagnostics, known: Known): Diagnostics {
  const hide = openScrubber(known);
  const walk = (value: unknown, name = ''): unknown => {
    if (typeof value === 'string') return name === 'requestId' ? value : hide(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, key)]));
  };
  return walk(raw) as Diagnostics;
}
