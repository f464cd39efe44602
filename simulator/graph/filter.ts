import { Refusal } from './answer.ts';

type Literal = string | number | boolean | null;
type Comparison = Readonly<{ field: string; operator: string; value: Literal }>;

/** The forms of `$filter` an endpoint takes: field to operators. Anything else is refused. */
export type Filterable = Readonly<Record<string, readonly string[]>>;

const TEXT = `'(?:[^']|'')*'`;
const COMPARED = new RegExp(
  `^\\s*([A-Za-z][\\w/]*)\\s+(eq|ge|le|gt|lt)\\s+(${TEXT}|[^\\s']+)\\s*(?=and\\s|$)`,
);
const STARTING = new RegExp(
  `^\\s*startswith\\(\\s*([A-Za-z][\\w/]*)\\s*,\\s*(${TEXT})\\s*\\)\\s*(?=and\\s|$)`,
);

function parseLiteral(text: string): Literal {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function unsupported(filter: string): Refusal {
  return new Refusal(400, 'Request_UnsupportedQuery', `Unsupported Query. Filter: ${filter}`);
}

function parseFilter(filter: string): Comparison[] {
  const comparisons: Comparison[] = [];
  let rest = filter;
  while (rest.trim() !== '') {
    const starting = STARTING.exec(rest);
    const [all, field, third, fourth] = starting ?? COMPARED.exec(rest) ?? [];
    if (all === undefined || field === undefined) {
      throw new Refusal(400, 'BadRequest', `Invalid filter clause: ${filter}`);
    }
    const operator = starting ? 'startswith' : String(third);
    const value = parseLiteral(String(starting ? third : fourth));
    comparisons.push({ field, operator, value });
    rest = rest.slice(all.length).replace(/^and\s+/, '');
  }
  return comparisons;
}

function ordered(left: unknown, right: Literal): number {
  const [a, b] = [left, right].map((value) => Date.parse(String(value)));
  return Number(a) - Number(b);
}

function folded(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

const OPERATORS: Readonly<Record<string, (left: unknown, right: Literal) => boolean>> = {
  eq: (left, right) => folded(left ?? null) === folded(right),
  ge: (left, right) => ordered(left, right) >= 0,
  le: (left, right) => ordered(left, right) <= 0,
  gt: (left, right) => ordered(left, right) > 0,
  lt: (left, right) => ordered(left, right) < 0,
  startswith: (left, right) => String(folded(left ?? '')).startsWith(String(folded(right))),
};

/**
 * Keeps what a `$filter` asks for. Text is compared without letter case, as the directory does.
 *
 * @throws Refusal with status 400 for every form that `filterable` does not list.
 */
export function applyFilter<Item extends Readonly<Record<string, unknown>>>(
  items: readonly Item[],
  filter: string | null,
  filterable: Filterable,
): readonly Item[] {
  if (filter === null) return items;
  const comparisons = parseFilter(filter);
  for (const { field, operator } of comparisons) {
    if (!filterable[field]?.includes(operator)) throw unsupported(filter);
  }
  return items.filter((item) =>
    comparisons.every(({ field, operator, value }) => OPERATORS[operator]?.(item[field], value)),
  );
}
