import type { PageId } from '../domain/guide.ts';
import type { Portal, PortalPage } from '../domain/portal.ts';
import { parseAddress } from './address.ts';

/** A first path segment such as `en-us`, which every Partner Center address may carry. */
const LOCALE_SEGMENT = /^\/[a-z]{2}-[a-z]{2,4}(?=\/|$)/;
/** Entra addresses may name the tenant first: `/contoso.com/`, `/@contoso.com/`, `/<guid>/`. */
const TENANT_SEGMENT = /^\/(?:@[^/]+|[^/]+\.[^/]+|[0-9a-f]{8}-[0-9a-f-]{27})(?=\/|$)/;

/** The portal whose top document has this address. */
export function portalOf(address: string, portals: readonly Portal[]): Portal | undefined {
  const url = parseAddress(address);
  return url ? portals.find((portal) => portal.hosts.includes(url.hostname)) : undefined;
}

/** Every page of the portals that an address may be; usually one or none. */
export function pagesOf(address: string, portals: readonly Portal[]): PageId[] {
  const portal = portalOf(address, portals);
  const url = parseAddress(address);
  if (!portal || !url) return [];
  const path = barePath(url.pathname.toLowerCase());
  const fragment = url.hash.slice(1).toLowerCase().replaceAll('%7e', '~');
  return Object.entries(portal.pages)
    .filter(([, page]) => isPage(page, path, fragment))
    .map(([id]) => `${portal.id}/${id}` as const);
}

/** A page by its id; throws for one that no portal declares, which a convention test prevents. */
export function pageById(
  id: PageId,
  portals: readonly Portal[],
): Readonly<{ portal: Portal; page: PortalPage }> {
  const [portalId, pageId = ''] = id.split('/');
  const portal = portals.find((candidate) => candidate.id === portalId);
  const page = portal?.pages[pageId];
  if (!portal || !page) throw new Error(`No portal declares the page "${id}".`);
  return { portal, page };
}

/** Absolute deep link of a page; `undefined` where the portal has none. */
export function linkTo(id: PageId, portals: readonly Portal[]): string | undefined {
  const { portal, page } = pageById(id, portals);
  return page.link && new URL(page.link, `https://${portal.hosts[0]}/`).href;
}

/** Whether the page of an address shows a new account's password, which leaving it would lose. */
export function showsPassword(address: string, portals: readonly Portal[]): boolean {
  return pagesOf(address, portals).some((id) => pageById(id, portals).page.showsPassword === true);
}

function barePath(path: string): string {
  const bare = path.replace(LOCALE_SEGMENT, '').replace(TENANT_SEGMENT, '');
  return bare.length > 1 ? bare.replace(/\/$/, '') : '/';
}

function isPage(page: PortalPage, path: string, fragment: string): boolean {
  const fits = (patterns: readonly string[], text: string) =>
    patterns.some((pattern) => globToRegExp(pattern).test(text));
  return fits(page.paths, path) && (!page.fragments || fits(page.fragments, fragment));
}

function globToRegExp(glob: string): RegExp {
  const escaped = glob
    .toLowerCase()
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`);
}
