import type { Policy } from '../reads/policies.ts';
import type { Condition, Dimension } from './condition.ts';
import { isBlank, members, texts, unknownMembers } from './json.ts';
import { type Obstacle, sometimes, unsure } from './obstacles.ts';

type Judge = (value: unknown) => Condition[];

/** Kinds of apps that can do MFA; older ones cannot, and count for nothing. */
export const MODERN_CLIENTS: readonly string[] = ['browser', 'mobileappsanddesktopclients'];

/** Nobody but Microsoft knows when it is met: equal only to the very same words. */
function opaque(id: string): Judge {
  return (value) =>
    isBlank(value) ? [] : [{ id, kind: 'fact', name: `${id} ${JSON.stringify(value)}`, met: true }];
}

/** A list of risk levels. */
function levels(dimension: Dimension, id: string): Judge {
  return (value) => {
    if (isBlank(value) && !texts(value).includes('none')) return [];
    return [{ id, kind: 'values', dimension, all: false, named: flagsIn(value) }];
  };
}

/** Microsoft writes several flags as a list, or as one text with commas. */
function flagsIn(value: unknown): string[] {
  const all = typeof value === 'string' ? [value.toLowerCase()] : texts(value);
  return all.flatMap((one) => one.split(',').map((flag) => flag.trim()));
}

function platforms(value: unknown): Condition[] {
  if (isBlank(value)) return [];
  const included = texts(members(value).includePlatforms);
  const excluded = texts(members(value).excludePlatforms);
  const more = opaque('platforms')(rest(value, ['includePlatforms', 'excludePlatforms']));
  const dimension = 'platform';
  if (!included.includes('all')) {
    const named = included.filter((one) => !excluded.includes(one));
    return [{ id: 'platforms', kind: 'values', dimension, all: false, named }, ...more];
  }
  if (excluded.length === 0) return more;
  return [{ id: 'platforms', kind: 'values', dimension, all: true, named: excluded }, ...more];
}

function locations(value: unknown): Condition[] {
  if (isBlank(value)) return [];
  const included = texts(members(value).includeLocations);
  const excluded = texts(members(value).excludeLocations);
  const more = opaque('locations')(rest(value, ['includeLocations', 'excludeLocations']));
  if (included.includes('all') && excluded.length === 0) return more;
  return [{ id: 'locations', kind: 'places', included, excluded }, ...more];
}

/** The members that are not listed, or nothing when they say nothing. */
function rest(value: unknown, known: readonly string[]): unknown {
  const unknown = unknownMembers(value, known);
  return unknown.length > 0 ? unknown.map((name) => [name, members(value)[name]]) : undefined;
}

/** A filter is known by its rule: one policy may include what another excludes. */
function devices(value: unknown): Condition[] {
  if (isBlank(value)) return [];
  const filter = members(members(value).deviceFilter);
  const { mode, rule } = filter;
  const isPlain =
    typeof rule === 'string' &&
    (mode === 'include' || mode === 'exclude') &&
    unknownMembers(value, ['deviceFilter']).length === 0;
  if (!isPlain) return opaque('devices')(value);
  const name = `device ${rule.toLowerCase().replace(/\s+/g, ' ').trim()}`;
  return [{ id: 'devices', kind: 'fact', name, met: mode === 'include' }];
}

function flows(value: unknown): Condition[] {
  if (isBlank(value)) return [];
  const more = opaque('authentication-flows')(rest(value, ['transferMethods']));
  const named = flagsIn(members(value).transferMethods);
  return [
    { id: 'authentication-flows', kind: 'values', dimension: 'flow', all: false, named },
    ...more,
  ];
}

/** Both kinds of modern client make "every sign-in". */
function clients(value: unknown): Condition[] {
  const types = texts(value);
  const named = MODERN_CLIENTS.filter((type) => types.includes(type));
  if (types.includes('all') || types.length === 0 || named.length === MODERN_CLIENTS.length) {
    return [];
  }
  return [{ id: 'client-apps', kind: 'values', dimension: 'client', all: false, named }];
}

/** https://learn.microsoft.com/graph/api/resources/conditionalaccessconditionset */
const JUDGES: Readonly<Record<string, Judge>> = {
  clientAppTypes: clients,
  locations,
  platforms,
  devices,
  deviceStates: opaque('devices'),
  signInRiskLevels: levels('sign-in-risk', 'sign-in-risk'),
  userRiskLevels: levels('user-risk', 'user-risk'),
  insiderRiskLevels: levels('insider-risk', 'insider-risk'),
  authenticationFlows: flows,
};

/** Everything that makes a policy ask only sometimes; conditions Microsoft adds later count. */
export function conditionsOf({ conditions }: Policy): Condition[] {
  const { users: _users, applications: _applications, ...others } = conditions;
  return Object.entries(others)
    .filter(([name]) => !name.includes('@odata.'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) => (JUDGES[name] ?? opaque('other-condition'))(value));
}

/** The same as words: each kind of condition once. */
export function conditionObstacles(policy: Policy): Obstacle[] {
  const ids = new Set(conditionsOf(policy).map(({ id }) => id));
  const isUnsaid = texts(policy.conditions.clientAppTypes).length === 0;
  return [
    ...(isUnsaid ? [unsure('client-apps-unknown')] : []),
    ...[...ids].map((id) => sometimes(id)),
  ];
}
