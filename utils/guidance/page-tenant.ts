import { parseAddress } from './address.ts';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+$/;

/** A first segment such as `login.aspx` has a dot, too, and is no domain. */
const DOCUMENT = /\.(?:aspx?|html?|php)$/;

/**
 * The tenant an address names: `?tenant=`, `?tenantId=`, `/@contoso.com/`, `/contoso.com/` or
 * `/<guid>/` as first segment. Most addresses name none, and then nothing is concluded.
 *
 * @returns A tenant id or a domain, in lower case.
 */
export function tenantInAddress(address: string): string | undefined {
  const url = parseAddress(address);
  if (!url) return undefined;
  const first = url.pathname.split('/')[1]?.replace(/^@/, '') ?? '';
  const named = [url.searchParams.get('tenant'), url.searchParams.get('tenantId'), first]
    .map((part) => part?.toLowerCase() ?? '')
    .find((part) => GUID.test(part) || (DOMAIN.test(part) && !DOCUMENT.test(part)));
  return named;
}

/** Whether a page names another tenant than ours. A page that names none is not held against. */
export function namesOtherTenant(
  address: string,
  own: Readonly<{ tenantId: string; domains: readonly string[] }>,
): boolean {
  const named = tenantInAddress(address);
  if (named === undefined) return false;
  if (GUID.test(named)) return named !== own.tenantId.toLowerCase();
  // Without the tenant's domains a domain in an address can be neither right nor wrong.
  return own.domains.length > 0 && !own.domains.includes(named);
}
