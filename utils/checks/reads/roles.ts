import * as v from 'valibot';
import type { Needs } from '@/utils/domain/outcome.ts';
import type { Read } from '@/utils/domain/read.ts';
import { collectionOf, text } from './shapes.ts';

const RoleBody = v.object({ id: v.string(), displayName: text, roleTemplateId: text });
const FIELDS = Object.keys(RoleBody.entries);
const parseRoles = collectionOf(RoleBody);

/** `roleTemplateId` is null when the permission shows only that there is a role. */
export type Role = v.InferOutput<typeof RoleBody>;

/** What shows which role it is, when Graph only says that there is one. */
export const ROLE_NEEDS: Needs = {
  scopes: ['RoleManagement.Read.Directory', 'Directory.Read.All'],
};

const CAST = `transitiveMemberOf/microsoft.graph.directoryRole?$select=${FIELDS.join(',')}`;

/** The reader's own active roles, through groups too. https://learn.microsoft.com/graph/api/user-list-transitivememberof */
export const myRolesRead: Read<Role[]> = {
  method: 'GET',
  version: 'v1.0',
  path: `/me/${CAST}`,
  paged: true,
  scopes: ['User.Read', 'GroupMember.Read.All', 'Directory.Read.All'],
  budget: 'directory',
  fields: FIELDS,
  parse: parseRoles,
};

/** Another user's active roles, through groups too. */
export function rolesOfRead(userId: string): Read<Role[]> {
  return {
    ...myRolesRead,
    path: `/users/${userId}/${CAST}`,
    scopes: ['User.Read.All', 'GroupMember.Read.All', 'Directory.Read.All'],
  };
}
