import { members, texts, unknownMembers } from './json.ts';
import type { PolicyReading } from './obstacles.ts';

type Ids = readonly string[];

/** Policies that each ask only for some client apps ask always when together they name both kinds. */
function clientAppsCovered(readings: readonly PolicyReading[]): boolean {
  const types = readings.flatMap(({ policy }) => texts(policy.conditions.clientAppTypes));
  return types.includes('browser') && types.includes('mobileappsanddesktopclients');
}

/** One policy asks everywhere but in some places, another asks in all of those. */
function complementCovered(name: string, include: string, exclude: string) {
  return (readings: readonly PolicyReading[]): boolean => {
    const conditions = readings.map(({ policy }) => members(policy.conditions[name]));
    const sides = conditions
      .filter((condition) => unknownMembers(condition, [include, exclude]).length === 0)
      .map((condition) => ({
        included: texts(condition[include]),
        excluded: texts(condition[exclude]),
      }));
    const named: Ids = sides
      .filter(({ excluded }) => excluded.length === 0)
      .flatMap(({ included }) => included);
    return sides.some(
      ({ included, excluded }) =>
        included.includes('all') && excluded.every((id) => named.includes(id)),
    );
  };
}

const COVERS: Readonly<Record<string, (readings: readonly PolicyReading[]) => boolean>> = {
  'client-apps': clientAppsCovered,
  locations: complementCovered('locations', 'includeLocations', 'excludeLocations'),
  platforms: complementCovered('platforms', 'includePlatforms', 'excludePlatforms'),
};

/**
 * Policies that each demand MFA under one condition only, of one kind, and together always: one
 * rule split by location or platform. Where another policy blocks, no demand is needed.
 */
export function coveringTogether(readings: readonly PolicyReading[]): readonly PolicyReading[] {
  for (const [id, isCovered] of Object.entries(COVERS)) {
    const parts = readings.filter(
      ({ grant, obstacles }) =>
        ['mfa', 'blocks'].includes(grant) && obstacles.length === 1 && obstacles[0]?.id === id,
    );
    const carriers = parts.filter(({ grant }) => grant === 'mfa');
    if (carriers.length > 0 && parts.length > 1 && isCovered(parts)) return carriers;
  }
  return [];
}
