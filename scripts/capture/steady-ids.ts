const NAMING = / (?:id|for|name|aria-[a-z]+)="[^"]*"/g;

/** What a page adds to ids it makes up, so that no two renderings share one. */
const RANDOM = /-(?!0000)[0-9a-f]{4}(?=[" -])/g;

/** Numbers the random ends of generated ids, so that saving a page again changes nothing. */
export function steadyIds(html: string): string {
  const ends = new Map<string, string>();
  const numbered = (end: string): string => {
    const known = ends.get(end) ?? `-r${ends.size + 1}`;
    ends.set(end, known);
    return known;
  };
  return html.replace(NAMING, (attribute) => attribute.replace(RANDOM, numbered));
}
