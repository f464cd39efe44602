import { PARTNER_CENTER_API } from '../data/apps.ts';
import type { Policy } from '../reads/policies.ts';
import { isBlank, members, texts, unknownMembers } from './json.ts';
import { anyOf, type Obstacle, reach, type Tri, unsure } from './obstacles.ts';

/** The account as policies see it. `undefined`: could not be read, so nothing follows from it. */
export type Person = Readonly<{
  id: string;
  groupIds: ReadonlySet<string> | undefined;
  /** Template ids. */
  roleIds: ReadonlySet<string> | undefined;
  isGuest: boolean | undefined;
}>;

const USER_MEMBERS = ['Users', 'Groups', 'Roles', 'GuestsOrExternalUsers'].flatMap((name) => [
  `include${name}`,
  `exclude${name}`,
]);

function inSet(wanted: readonly string[], held: ReadonlySet<string> | undefined): Tri {
  if (wanted.length === 0) return 'no';
  if (!held) return 'unsure';
  return wanted.some((id) => held.has(id)) ? 'yes' : 'no';
}

/** Guest rules name kinds of guests; which kind a guest is, we do not read. */
function asGuest(names: readonly string[], kinds: unknown, { isGuest }: Person): Tri {
  if (isGuest === false) return 'no';
  if (names.includes('guestsorexternalusers')) return isGuest ? 'yes' : 'unsure';
  return isBlank(kinds) ? 'no' : 'unsure';
}

function isNamed(side: 'include' | 'exclude', users: Record<string, unknown>, person: Person): Tri {
  const names = texts(users[`${side}Users`]);
  if (names.includes('all') || names.includes(person.id.toLowerCase())) return 'yes';
  return anyOf([
    inSet(texts(users[`${side}Groups`]), person.groupIds),
    inSet(texts(users[`${side}Roles`]), person.roleIds),
    asGuest(names, users[`${side}GuestsOrExternalUsers`], person),
  ]);
}

/** Whether the policy is about the account. An exclusion wins over an inclusion. */
export function userObstacles({ conditions }: Policy, person: Person): Obstacle[] {
  const users = members(conditions.users);
  const included = isNamed('include', users, person);
  const excluded = isNamed('exclude', users, person);
  if (included === 'no') return [reach('user-not-included')];
  if (excluded === 'yes') return [reach('user-excluded')];
  const isUnsure = [included, excluded].includes('unsure');
  const isNew = unknownMembers(users, USER_MEMBERS).length > 0;
  return isUnsure || isNew ? [unsure('user-unknown')] : [];
}

const APP_MEMBERS = [
  'includeApplications',
  'excludeApplications',
  'includeUserActions',
  'includeAuthenticationContextClassReferences',
  'applicationFilter',
];
const APP_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether the policy is about Partner Center. Only "all resources" or its own id counts: groups of
 * apps such as Microsoft Admin Portals do not list it
 * (https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps).
 */
export function appObstacles({ conditions }: Policy): Obstacle[] {
  const apps = members(conditions.applications);
  const included = texts(apps.includeApplications);
  const excluded = texts(apps.excludeApplications);
  const hasFilter = !isBlank(apps.applicationFilter);
  if (excluded.includes(PARTNER_CENTER_API)) return [reach('app-excluded')];
  const isIncluded = included.includes('all') || included.includes(PARTNER_CENTER_API);
  if (!isIncluded) return [hasFilter ? unsure('app-filter') : reach('app-not-included')];
  const found: (Obstacle | false)[] = [
    hasFilter && unsure('app-filter'),
    !excluded.every((app) => APP_ID.test(app) || app === 'none') && unsure('app-group-excluded'),
    unknownMembers(apps, APP_MEMBERS).length > 0 && unsure('app-filter'),
  ];
  return found.filter((obstacle) => obstacle !== false);
}
