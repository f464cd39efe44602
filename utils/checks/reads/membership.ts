import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { collectionOf, text } from './shapes.ts';

/** Permissions that show another user's groups. */
const SCOPES = ['GroupMember.Read.All', 'Directory.Read.All'] as const;

const parseIds = collectionOf(v.string());
const MemberOfBody = v.object({ id: v.string(), displayName: text });
const parseMemberOf = collectionOf(MemberOfBody);
export type MemberOf = v.InferOutput<typeof MemberOfBody>;

/** Most group ids one `checkMemberGroups` takes. */
export const MOST_GROUP_IDS = 20;

/**
 * Of these groups, the ids of those the user is in, also through other groups.
 * https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups
 */
export function checkMemberGroupsRead(userId: string, groupIds: readonly string[]): Read<string[]> {
  return {
    method: 'POST',
    version: 'v1.0',
    path: `/users/${userId}/checkMemberGroups`,
    body: { groupIds: [...groupIds].sort() },
    scopes: [...SCOPES, 'User.Read.All'],
    budget: 'directory',
    fields: ['value'],
    parse: parseIds,
  };
}

/** What the user is a direct member of. https://learn.microsoft.com/graph/api/user-list-memberof */
export function directMembershipRead(userId: string): Read<MemberOf[]> {
  return {
    method: 'GET',
    version: 'v1.0',
    path: `/users/${userId}/memberOf?$select=id,displayName`,
    paged: true,
    scopes: [...SCOPES],
    budget: 'directory',
    fields: ['id', 'displayName'],
    parse: parseMemberOf,
  };
}

/** All groups of the user, nested ones too. https://learn.microsoft.com/graph/api/user-list-transitivememberof */
export function groupsOfRead(userId: string): Read<MemberOf[]> {
  return {
    method: 'GET',
    version: 'v1.0',
    path: `/users/${userId}/transitiveMemberOf/microsoft.graph.group?$select=id,displayName`,
    paged: true,
    scopes: [...SCOPES],
    budget: 'directory',
    fields: ['id', 'displayName'],
    parse: parseMemberOf,
  };
}
