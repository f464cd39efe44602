/** The texts of a list in somebody else's JSON, lower case. Anything that is not a text is left out. */
export function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item) => typeof item === 'string').map((item) => item.toLowerCase());
}

/** An object in somebody else's JSON; anything else is an object without members. */
export function members(value: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Says nothing: null, false, empty, `none`, or made only of such. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  if (typeof value === 'string') return value.toLowerCase() === 'none';
  if (Array.isArray(value)) return value.every(isBlank);
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([name]) => !name.includes('@odata.'));
    return entries.every(([, member]) => isBlank(member));
  }
  return false;
}

/**
 * Members with something in them whose names are not listed: Microsoft added them after us. By name:
 * an answer comes back from the browser's stores in another order than it came in.
 */
export function unknownMembers(value: unknown, known: readonly string[]): string[] {
  return Object.entries(members(value))
    .filter(
      ([name, member]) => !known.includes(name) && !name.includes('@odata.') && !isBlank(member),
    )
    .map(([name]) => name)
    .sort();
}
