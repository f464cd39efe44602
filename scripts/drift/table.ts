import type { Health } from '../capture/health.ts';
import type { Row } from './compare.ts';

/** Rows of what was found on the reference page and is not found now. */
export function drifted(rows: readonly Row[]): readonly Row[] {
  return rows.filter(
    ({ now, before }) => before?.sighting.status === 'found' && now.sighting.status !== 'found',
  );
}

/** One line for each action and page, and what to do about those that are gone. */
export function tableOf(rows: readonly Row[]): string {
  if (rows.length === 0) {
    return 'No page in the folder is named by a locator. Name files as the guide’s seenIn does.\n';
  }
  const widest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));
  const [actionWidth, pageWidth] = [
    widest(rows.map(({ action }) => action)),
    widest(rows.map(({ page }) => page)),
  ];
  const gone = drifted(rows);
  const lines = rows.map((row) => {
    const sign = gone.includes(row) ? '✗' : row.now.sighting.status === 'found' ? '✓' : '·';
    const place = `${row.action.padEnd(actionWidth)}  ${row.page.padEnd(pageWidth)}`;
    return `${sign} ${place}  ${wordsFor(row.now)}`;
  });
  return `${lines.join('\n')}\n${summary(rows, gone)}\n`;
}

function wordsFor({ sighting, twins }: Health): string {
  if (sighting.status === 'found') {
    return sighting.strategy === 0 ? 'found' : `found by strategy ${sighting.strategy + 1}`;
  }
  if (sighting.refusal === 'ambiguous') return `ambiguous: ${twins} controls`;
  const near = sighting.nearest.length > 0 ? `; nearest: ${sighting.nearest.join(', ')}` : '';
  return `missing (${sighting.refusal})${near}`;
}

function summary(rows: readonly Row[], gone: readonly Row[]): string {
  const found = rows.filter(({ now }) => now.sighting.status === 'found').length;
  const advice =
    gone.length === 0
      ? 'nothing found before is lost.'
      : `${gone.length} lost since the reference pages. See docs/recipes/repair-a-locator.md.`;
  return `${found} of ${rows.length} found; ${advice}`;
}
