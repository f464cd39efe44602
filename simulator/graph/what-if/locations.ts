import { BlockList, isIP } from 'node:net';
import type { TenantState } from '../../tenant/state.ts';
import { list } from './conditions.ts';
import type { Conditions } from './request.ts';

type Location = Readonly<Record<string, unknown>>;

function holdsAddress(location: Location, address: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const ranges = new BlockList();
  for (const range of (location.ipRanges as { cidrAddress: string }[] | undefined) ?? []) {
    const [network = '', prefix] = range.cidrAddress.split('/');
    ranges.addSubnet(network, Number(prefix), isIP(network) === 6 ? 'ipv6' : 'ipv4');
  }
  return ranges.check(address, family);
}

function holdsSignIn(location: Location, { ipAddress, country }: Conditions): boolean {
  if (location['@odata.type'] === '#microsoft.graph.countryNamedLocation') {
    return country !== undefined && list(location.countriesAndRegions).includes(country);
  }
  return ipAddress !== undefined && holdsAddress(location, ipAddress);
}

function isNamed(names: readonly string[], conditions: Conditions, state: TenantState): boolean {
  if (names.includes('All')) return true;
  return state.namedLocations.some(
    (location) =>
      (names.includes(String(location.id)) ||
        (names.includes('AllTrusted') && location.isTrusted === true)) &&
      holdsSignIn(location, conditions),
  );
}

/** Whether the sign-in comes from where the policy looks. Without address and country: no. */
export function isWithin(locations: unknown, conditions: Conditions, state: TenantState): boolean {
  if (locations === null || locations === undefined) return true;
  if (conditions.ipAddress === undefined && conditions.country === undefined) return false;
  const { includeLocations, excludeLocations } = locations as Readonly<Record<string, unknown>>;
  return (
    isNamed(list(includeLocations), conditions, state) &&
    !isNamed(list(excludeLocations), conditions, state)
  );
}
