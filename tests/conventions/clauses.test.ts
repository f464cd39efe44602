import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/reference/clauses.md', 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
const proofs = rows.flatMap((row) => [...row.matchAll(/`([^`]+) › ([^`]+)`/g)]);

/** A title as it stands in a test file, or the name of a row of the truth table. */
function holds(file: string, title: string): boolean {
  const path = `tests/${file}`;
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.json')) {
    const table: readonly { name: string }[] = JSON.parse(text);
    return table.some(({ name }) => name === title);
  }
  return [`'${title}'`, `\`${title}\``].some((quoted) => text.includes(quoted));
}

test('every clause is held by a test or a row that is there', () => {
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) expect(row).toMatch(/`[^`]+ › [^`]+`/);
  const missing = proofs.filter(([, file = '', title = '']) => !holds(file, title));
  expect(missing.map(([proof]) => proof)).toEqual([]);
});
