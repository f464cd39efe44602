import type { Policy } from '../reads/policies.ts';
import { isBlank, members, texts } from './json.ts';
import { type Obstacle, sometimes, unsure } from './obstacles.ts';

type Judge = (value: unknown) => Obstacle[];

/** Conditions that narrow as soon as they say anything, with the end of their message id. */
function anything(id: string): Judge {
  return (value) => (isBlank(value) ? [] : [sometimes(id)]);
}

/** Include lists with `All` and no exclusion are no condition at all. */
function allWithoutExclusion(include: string, exclude: string, id: string): Judge {
  return (value) => {
    if (isBlank(value)) return [];
    const { [include]: included, [exclude]: excluded, ...rest } = members(value);
    const isAll = texts(included).includes('all') && isBlank(excluded) && isBlank(rest);
    return isAll ? [] : [sometimes(id)];
  };
}

/** Both kinds of modern client make "every sign-in"; older ones cannot do MFA. */
function clientAppTypes(value: unknown): Obstacle[] {
  const types = texts(value);
  if (types.length === 0) return [unsure('client-apps-unknown')];
  const isEvery =
    types.includes('all') ||
    (types.includes('browser') && types.includes('mobileappsanddesktopclients'));
  return isEvery ? [] : [sometimes('client-apps')];
}

/** https://learn.microsoft.com/graph/api/resources/conditionalaccessconditionset */
const JUDGES: Readonly<Record<string, Judge>> = {
  locations: allWithoutExclusion('includeLocations', 'excludeLocations', 'locations'),
  platforms: allWithoutExclusion('includePlatforms', 'excludePlatforms', 'platforms'),
  devices: anything('devices'),
  deviceStates: anything('devices'),
  signInRiskLevels: anything('sign-in-risk'),
  userRiskLevels: anything('user-risk'),
  insiderRiskLevels: anything('insider-risk'),
  authenticationFlows: anything('authentication-flows'),
};

/** Every condition that makes a policy ask only sometimes; unknown ones count. */
export function conditionObstacles({ conditions }: Policy): Obstacle[] {
  const { users: _users, applications: _applications, clientAppTypes: types, ...rest } = conditions;
  const narrowing = Object.entries(rest)
    .filter(([name]) => !name.includes('@odata.'))
    .flatMap(([name, value]) => (JUDGES[name] ?? anything('other-condition'))(value));
  return [...clientAppTypes(types), ...narrowing];
}
