import { declared, SETTING_NAMES } from '../policy/settings.ts';

/** Values everybody may know: those the settings choose from. */
const PUBLIC: ReadonlySet<string> = new Set(
  SETTING_NAMES.flatMap((name) => {
    const { values = [], offered = [] } = declared(name);
    return [...values, ...offered].map((value) => value.toLowerCase());
  }),
);

/** What the scrubber gives a pseudonym of its own, when it is all there is. */
const PSEUDONYMOUS =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[^\s@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;

/**
 * A delivered value with letters as `x` and digits as `0`. Braces, quotes and blanks that do not
 * belong there stay to be seen; whose value it is does not.
 */
export function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return shapeOfText(value);
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [shapeOfText(key), shapeOf(item)]));
}

function shapeOfText(text: string): string {
  if (PUBLIC.has(text.toLowerCase()) || PSEUDONYMOUS.test(text)) return text;
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, (one) => (one === 'X' ? one : 'x'))
    .replace(/\p{N}/gu, '0');
}
