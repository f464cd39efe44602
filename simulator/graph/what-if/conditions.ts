import type { TenantState, User } from '../../tenant/state.ts';
import { transitiveGroups } from '../membership.ts';
import type { SignInQuestion } from './request.ts';

type Part = Readonly<Record<string, unknown>>;

/** A list of names as policies keep them; absent lists are empty, flags are split. */
export function list(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}

export function part(value: unknown): Part {
  return typeof value === 'object' && value !== null ? (value as Part) : {};
}

function guestTypes(user: User): readonly string[] {
  if (user.userType === 'Guest') return ['b2bCollaborationGuest'];
  return user.creationType === 'Invitation' ? ['b2bCollaborationMember'] : [];
}

function namesUser(users: Part, side: 'include' | 'exclude', user: User, state: TenantState) {
  const names = list(users[`${side}Users`]);
  const groups = transitiveGroups(user.id, state).map(({ id }) => id);
  const guests = list(part(users[`${side}GuestsOrExternalUsers`]).guestOrExternalUserTypes);
  return (
    names.includes('All') ||
    names.includes(user.id) ||
    (names.includes('GuestsOrExternalUsers') && guestTypes(user).length > 0) ||
    list(users[`${side}Groups`]).some((id) => groups.includes(id)) ||
    list(users[`${side}Roles`]).some((id) => user.roleTemplateIds.includes(id)) ||
    guests.some((type) => guestTypes(user).includes(type))
  );
}

/** Exclusion wins over inclusion. */
export function meansUser(users: unknown, user: User, state: TenantState): boolean {
  const named = part(users);
  return namesUser(named, 'include', user, state) && !namesUser(named, 'exclude', user, state);
}

/**
 * App groups (Office365, MicrosoftAdminPortals) never match: What-If takes app ids, and no app the
 * simulation asks about is in such a group. No app carries custom attributes, so an application
 * filter includes none.
 */
export function meansTarget(applications: unknown, question: SignInQuestion): boolean {
  const target = part(applications);
  if (question.userAction !== undefined) {
    return list(target.includeUserActions).includes(question.userAction);
  }
  if (question.authenticationContext !== undefined) {
    const contexts = list(target.includeAuthenticationContextClassReferences);
    return contexts.includes(question.authenticationContext);
  }
  const included = list(target.includeApplications);
  const excluded = list(target.excludeApplications);
  return (
    (included.includes('All') || question.applications.some((id) => included.includes(id))) &&
    !question.applications.some((id) => excluded.includes(id))
  );
}

export function meansPlatform(platforms: unknown, platform: string | undefined): boolean {
  if (platforms === null || platforms === undefined) return true;
  if (platform === undefined) return false;
  const { includePlatforms, excludePlatforms } = part(platforms);
  const named = (names: unknown) => list(names).some((name) => name === 'all' || name === platform);
  return named(includePlatforms) && !named(excludePlatforms);
}

export function meansClient(types: unknown, client: string | undefined): boolean {
  const named = list(types).map((type) => type.toLowerCase());
  if (named.length === 0 || named.includes('all')) return true;
  return client !== undefined && named.includes(client.toLowerCase());
}

/** A risk condition holds only when the sign-in names a level that the policy lists. */
export function meansLevel(levels: unknown, level: string | undefined): boolean {
  const named = list(levels);
  return named.length === 0 || (level !== undefined && named.includes(level));
}

/** The simulation knows unregistered devices only: no device filter includes one, all exclude none. */
export function meansDevice(devices: unknown): boolean {
  const { deviceFilter } = part(devices);
  return part(deviceFilter).mode !== 'include';
}
