import type { Organization } from '../reads/organization.ts';

/** Names of the domains that sign-in names of this tenant may end in, if they were shown. */
export function domainNames(tenant: Organization): readonly string[] {
  return (tenant.verifiedDomains ?? []).map(({ name }) => name);
}

/** The sign-in name ends in a domain that this tenant has not verified. Unknown is `false`. */
export function isForeignDomain(signInName: string | undefined, tenant: Organization): boolean {
  const domains = domainNames(tenant);
  const name = signInName?.trim() ?? '';
  const domain = name.slice(name.lastIndexOf('@') + 1).toLowerCase();
  if (domains.length === 0 || !name) return false;
  return !domains.some((known) => known.toLowerCase() === domain);
}
