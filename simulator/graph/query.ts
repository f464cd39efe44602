import { badRequest, Refusal } from './answer.ts';
import { type Call, contextOf } from './endpoint.ts';
import { applyFilter, type Filterable } from './filter.ts';

type Item = Readonly<Record<string, unknown>>;

/** How one kind of resource is shown. */
export type Resource = Readonly<{
  /** OData type, for the words of a refusal. */
  type: string;
  /** What `@odata.context` calls the collection. */
  context: string;
  /** Properties shown without `$select`; absent: all. */
  shown?: readonly string[];
  /** Properties that exist and that the simulation keeps no value of. */
  empty?: readonly string[];
  filterable?: Filterable;
  /** `$top` without asking, and at most. Absent: the collection comes whole. */
  pages?: Readonly<{ usual: number; most: number }>;
}>;

const OPTIONS = ['$select', '$filter', '$top', '$skiptoken'];

function refuseOtherOptions(call: Call, resource: Resource, kind: 'list' | 'entity'): void {
  for (const name of call.query.keys()) {
    const paged = kind === 'list' && resource.pages;
    const known =
      OPTIONS.includes(name) &&
      (name !== '$filter' || (kind === 'list' && resource.filterable)) &&
      (!['$top', '$skiptoken'].includes(name) || paged);
    if (known) continue;
    const words = `Query option '${name}' is not supported for this request.`;
    throw new Refusal(400, 'Request_UnsupportedQuery', words);
  }
}

function selected(call: Call): string[] | undefined {
  const select = call.query.get('$select');
  return select === null ? undefined : select.split(',').map((name) => name.trim());
}

function project(item: Item, resource: Resource, names: readonly string[] | undefined): Item {
  const wanted = names ?? resource.shown;
  if (!wanted) return item;
  const pick = (name: string): [string, unknown] => {
    if (name in item) return [name, item[name]];
    if (resource.empty?.includes(name) || resource.shown?.includes(name)) return [name, null];
    throw badRequest(`Could not find a property named '${name}' on type '${resource.type}'.`);
  };
  const odata = Object.entries(item).filter(([name]) => name.startsWith('@odata.'));
  return Object.fromEntries([...odata, ...wanted.map(pick)]);
}

function pageSize(call: Call, pages: NonNullable<Resource['pages']>): number {
  const top = call.query.get('$top');
  if (top === null) return pages.usual;
  if (/^[1-9]\d*$/.test(top) && Number(top) <= pages.most) return Number(top);
  const words = `Invalid page size specified: '${top}'. Must be between 1 and ${pages.most} inclusive.`;
  throw new Refusal(400, 'Request_UnsupportedQuery', words);
}

function readToken(call: Call): number {
  const token = call.query.get('$skiptoken');
  if (token === null) return 0;
  const offset = /^at(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (!offset) throw new Refusal(400, 'Directory_ExpiredPageToken', 'The page token is invalid.');
  return Number(offset[1]);
}

function nextLink(call: Call, offset: number): string {
  const [path] = call.target.split('?');
  const query = [...call.query]
    .filter(([name]) => name !== '$skiptoken')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  query.push(`$skiptoken=${Buffer.from(`at${offset}`).toString('base64url')}`);
  return `https://graph.microsoft.com/${call.version}${path}?${query.join('&')}`;
}

/** Answers with a collection: filtered, selected, and one page of it. */
export function listOf(call: Call, items: readonly Item[], resource: Resource): unknown {
  refuseOtherOptions(call, resource, 'list');
  const names = selected(call);
  const found = applyFilter(items, call.query.get('$filter'), resource.filterable ?? {});
  const start = readToken(call);
  const end = start + (resource.pages ? pageSize(call, resource.pages) : found.length);
  const context = names ? `${resource.context}(${names.join(',')})` : resource.context;
  return {
    '@odata.context': contextOf(call, context),
    ...(end < found.length ? { '@odata.nextLink': nextLink(call, end) } : {}),
    value: found.slice(start, end).map((item) => project(item, resource, names)),
  };
}

/** Answers with one resource. */
export function entityOf(call: Call, item: Item, resource: Resource): unknown {
  refuseOtherOptions(call, resource, 'entity');
  const names = selected(call);
  const context = names ? `${resource.context}(${names.join(',')})` : resource.context;
  return {
    '@odata.context': contextOf(call, `${context}/$entity`),
    ...project(item, resource, names),
  };
}
