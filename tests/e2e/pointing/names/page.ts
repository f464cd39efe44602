import type { Differs, NameCase } from './table.ts';

type Tables = ReadonlyMap<string, readonly NameCase[]>;

/** The page that counts the cases and lists every difference from the standard by name. */
export function namesPage(tables: Tables): string {
  const all = [...tables.values()].flat();
  return [
    '# What controls are called: cases from the standards, and where we differ',
    '',
    'Written by `npm run bench -- names`. Do not edit by hand. The cases are in `tests/accessible-names/`; `npm test` runs each in Chromium and asserts every difference below exactly.',
    '',
    '| Table | Cases | The library differs | Chromium differs | Waymark differs | Not found by its name |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...[...tables, ['**all**', all] as const].map(([table, cases]) => countRow(table, cases)),
    '',
    'Waymark’s name code stands on `dom-accessibility-api` and mends part of what it gets wrong. A control that is not found by its name gets no ring. Where Waymark reads other words than the clause, a guide that looks for those words would take the control for theirs: the table shows where.',
    '',
    '## Differences',
    '',
    '| Case | Clause | By the clause | Library | Chromium | Waymark | What Waymark does about it |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...all.flatMap((one) => (one.differs ? [differenceRow(one, one.differs)] : [])),
    '',
  ].join('\n');
}

function countRow(table: string, cases: readonly NameCase[]): string {
  const count = (key: keyof Differs) =>
    cases.filter(({ differs }) => differs?.[key] !== undefined).length;
  const counts = [count('library'), count('chromium'), count('waymark'), count('searched')];
  return `| ${[table, cases.length, ...counts].join(' | ')} |`;
}

function differenceRow({ name, clause, expect }: NameCase, differs: Differs): string {
  const { library, chromium, waymark, searched, because } = differs;
  const own = `${said(waymark)}${searched === false ? ' (not found)' : ''}`;
  return `| ${[name, clause, said(expect), said(library), said(chromium), own, because].join(' | ')} |`;
}

/** Glyphs are shown by their code point: no font draws them. */
function said(name: string | undefined): string {
  if (name === undefined) return 'the same';
  if (name === '') return '*nothing*';
  const glyph = (sign: string) => `[U+${sign.codePointAt(0)?.toString(16).toUpperCase()}]`;
  return name.replace(/[\uE000-\uF8FF\u00A0\u00AD\u200B]/g, glyph);
}
